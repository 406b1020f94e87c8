package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.schema.details.ColumnDetails;
import org.wenshu.schema.details.ForeignKeyDetails;
import org.wenshu.schema.details.IndexDetails;
import org.wenshu.schema.details.Relationship;
import org.wenshu.schema.details.SchemaDetails;
import org.wenshu.schema.details.TableDetails;
import org.wenshu.schema.details.ViewDetails;

/** The schema as results (section 4.10). */
final class SchemaJson {
  private SchemaJson() {}

  static ObjectNode schema(SchemaDetails schema, boolean relationships) {
    ObjectNode result = Json.object();
    result.put("database", schema.database());
    ArrayNode tables = result.putArray("tables");
    schema.tables().forEach(table -> tables.add(table(table, relationships)));
    ArrayNode views = result.putArray("views");
    schema.views().forEach(view -> views.add(view(view)));
    result.put("version", schema.version());
    result.put("updated_at", Json.moment(schema.updatedAt()));
    return result;
  }

  static ObjectNode table(TableDetails table, boolean relationships) {
    ObjectNode result = Json.object();
    result.put("name", table.name());
    result.put("comment", table.comment());
    result.put("engine", table.engine());
    result.put("charset", table.charset());
    ArrayNode columns = result.putArray("columns");
    table.columns().forEach(column -> columns.add(column(column)));
    ArrayNode indexes = result.putArray("indexes");
    table.indexes().forEach(index -> indexes.add(index(index)));
    ArrayNode foreignKeys = result.putArray("foreign_keys");
    table.foreignKeys().forEach(key -> foreignKeys.add(foreignKey(key)));
    if (relationships) {
      ArrayNode related = result.putArray("relationships");
      table.relationships().forEach(relationship -> related.add(relationship(relationship)));
    }
    result.put("row_count", table.rowCount());
    result.put("data_length", table.dataLength());
    result.put("created_at", moment(table.createdAt()));
    result.put("updated_at", moment(table.updatedAt()));
    return result;
  }

  private static ObjectNode column(ColumnDetails column) {
    ObjectNode result = Json.object();
    result.put("name", column.name());
    result.put("type", column.type());
    result.put("nullable", column.nullable());
    result.put("default_value", column.defaultValue());
    result.put("comment", column.comment());
    result.put("is_primary_key", column.primaryKey());
    result.put("is_auto_increment", column.autoIncrement());
    result.put("position", column.position());
    column.characterSet().ifPresent(set -> result.put("character_set", set));
    column.collation().ifPresent(collation -> result.put("collation", collation));
    return result;
  }

  private static ObjectNode index(IndexDetails index) {
    ObjectNode result = Json.object();
    result.put("name", index.name());
    result.put("type", index.type().name());
    result.set("columns", Json.texts(index.columns()));
    result.put("is_unique", index.unique());
    return result;
  }

  private static ObjectNode foreignKey(ForeignKeyDetails key) {
    return Json.object()
        .put("name", key.name())
        .put("column", key.column())
        .put("referenced_table", key.referencedTable())
        .put("referenced_column", key.referencedColumn())
        .put("on_update", key.onUpdate())
        .put("on_delete", key.onDelete());
  }

  private static ObjectNode relationship(Relationship relationship) {
    return Json.object()
        .put("type", relationship.type().wireName())
        .put("from_table", relationship.fromTable())
        .put("from_column", relationship.fromColumn())
        .put("to_table", relationship.toTable())
        .put("to_column", relationship.toColumn())
        .put("relationship_key", relationship.key())
        .put("inferred", relationship.inferred());
  }

  private static ObjectNode view(ViewDetails view) {
    return Json.object()
        .put("name", view.name())
        .put("definition", view.definition())
        .put("comment", view.comment())
        .put("created_at", moment(view.createdAt()));
  }

  private static String moment(Optional<Instant> moment) {
    return moment.map(Json::moment).orElse(null);
  }
}
