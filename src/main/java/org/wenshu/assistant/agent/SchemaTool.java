package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaHits;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.Caller;

/** Finds tables and columns that the caller may read. Thread-safe. */
public final class SchemaTool implements AgentTool {
  private static final int MOST_TABLES = 5;

  private final SchemaSearch search;
  private final Function<Caller, SchemaSnapshot> readable;

  /**
   * Searches there.
   *
   * @param readable what a caller may read
   */
  public SchemaTool(SchemaSearch search, Function<Caller, SchemaSnapshot> readable) {
    this.search = search;
    this.readable = readable;
  }

  @Override
  public String name() {
    return "schema-search";
  }

  @Override
  public String description() {
    return "Finds tables and columns of the database by words of their names and comments.";
  }

  @Override
  public String arguments() {
    return "{\"words\": \"what to look for\"}";
  }

  @Override
  public String use(JsonNode arguments, AgentTask task) {
    SchemaSnapshot visible = readable.apply(task.caller());
    SchemaHits hits = search.search(Arguments.text(arguments, "words"), visible, MOST_TABLES);
    String found =
        hits.tables().stream()
            .map(hit -> visible.table(hit.name()))
            .flatMap(Optional::stream)
            .map(SchemaTool::told)
            .collect(Collectors.joining("\n"));
    return found.isEmpty() ? "Nothing fits these words" : found;
  }

  private static String told(Table table) {
    return table.name()
        + (table.comment().isEmpty() ? "" : " (" + table.comment() + ")")
        + ": "
        + table.columns().stream().map(SchemaTool::told).collect(Collectors.joining(", "));
  }

  private static String told(Column column) {
    return column.name() + (column.comment().isEmpty() ? "" : " (" + column.comment() + ")");
  }
}
