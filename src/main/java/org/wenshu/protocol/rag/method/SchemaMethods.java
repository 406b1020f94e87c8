package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.schema.SchemaHits;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.details.Described;
import org.wenshu.schema.details.SchemaDescriber;
import org.wenshu.schema.details.SchemaDetails;
import org.wenshu.schema.details.TableDetails;
import org.wenshu.schema.search.SimilarTables;

/** {@code schema.info} and {@code schema.search} (sections 4.10 and 4.11). Thread-safe. */
final class SchemaMethods {
  private static final int MAX_NAME_CHARS = 256;
  private static final int MAX_HITS = 100;
  private static final int HITS = 10;
  private static final int SIMILAR = 5;

  private final VisibleSchema schema;
  private final SchemaDescriber describer;
  private final SchemaSearch search;
  private final SimilarTables similar;
  private final SchemaCap cap;

  SchemaMethods(SchemaServices services, SchemaCap cap) {
    this.schema = services.visible();
    this.describer = services.describer();
    this.search = services.search();
    this.similar = services.similar();
    this.cap = cap;
  }

  List<RagMethod> methods() {
    return List.of(new Info(), new Search());
  }

  private final class Info implements RagMethod {
    @Override
    public String name() {
      return "schema.info";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("schema", "schema/info");
    }

    @Override
    public void answer(RagCall call) {
      boolean relationships = call.params().truth("include_relationships", true);
      Optional<String> table =
          call.params()
              .text("table")
              .or(() -> call.params().text("table_name"))
              .filter(name -> !name.isBlank());
      if (table.isPresent()) {
        answerTable(call, table.get().strip(), relationships);
      } else {
        answerWhole(call, relationships);
      }
    }
  }

  private void answerTable(RagCall call, String name, boolean relationships) {
    SchemaSnapshot visible = schema.of(call);
    Optional<Described<TableDetails>> described =
        name.length() > MAX_NAME_CHARS
            ? Optional.empty()
            : describer.table(visible, name, relationships);
    if (described.isPresent()) {
      ObjectNode result = Json.object();
      result.set("table", SchemaJson.table(described.get().value(), relationships));
      warn(call, result, described.get());
      call.succeed(result);
    } else if (schema.hides(call, name)) {
      call.fail(RagErrors.forbidden(call, "table:" + name + ":read"));
    } else {
      call.fail(unknown(name, visible));
    }
  }

  private void answerWhole(RagCall call, boolean relationships) {
    SchemaSnapshot visible = schema.of(call);
    if (visible.tables().isEmpty() && !call.permissions().readsSchema()) {
      call.fail(RagErrors.forbidden(call, "schema:read"));
      return;
    }
    Described<SchemaDetails> described = describer.schema(visible, relationships);
    ObjectNode result = SchemaJson.schema(described.value(), relationships);
    warn(call, result, described);
    cap.apply(result);
    call.succeed(result);
  }

  private RagError unknown(String name, SchemaSnapshot visible) {
    String shown = name.substring(0, Math.min(name.length(), MAX_NAME_CHARS));
    return RagError.of(RagCode.TABLE_NOT_FOUND, "表不存在: " + shown, "Unknown table: " + shown)
        .with("table", shown)
        .with("database", visible.database())
        .with("similar_tables", similar.to(shown, visible, SIMILAR));
  }

  private static void warn(RagCall call, ObjectNode result, Described<?> described) {
    described
        .warning()
        .ifPresent(
            warning -> result.set("warnings", Json.texts(List.of(warning.in(call.language())))));
  }

  private final class Search implements RagMethod {
    @Override
    public String name() {
      return "schema.search";
    }

    @Override
    public void answer(RagCall call) {
      String words = call.params().requiredWords("query");
      int limit = call.params().number("limit", HITS, 1, MAX_HITS);
      SchemaSnapshot visible = schema.of(call);
      if (visible.tables().isEmpty() && !call.permissions().readsSchema()) {
        call.fail(RagErrors.forbidden(call, "schema:read"));
      } else {
        call.succeed(hits(search.search(words, visible, limit)));
      }
    }
  }

  private static ObjectNode hits(SchemaHits hits) {
    ObjectNode result = Json.object();
    ArrayNode tables = result.putArray("tables");
    for (SchemaHits.TableHit hit : hits.tables()) {
      tables
          .addObject()
          .put("name", hit.name())
          .put("comment", hit.comment())
          .put("relevance", hit.relevance());
    }
    ArrayNode columns = result.putArray("columns");
    for (SchemaHits.ColumnHit hit : hits.columns()) {
      columns
          .addObject()
          .put("table", hit.table())
          .put("column", hit.column())
          .put("comment", hit.comment())
          .put("relevance", hit.relevance());
    }
    return result;
  }
}
