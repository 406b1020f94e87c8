package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * A table (contract, section 4.10).
 *
 * @param name its name
 * @param comment what it is for
 * @param engine the storage engine
 * @param charset the character set
 * @param columns in order
 * @param indexes the primary key among them
 * @param foreignKeys what it refers to
 * @param relationships how it is related to others, where asked for
 * @param rowCount about how many rows it has
 * @param dataLength about how many bytes they take
 * @param createdAt when it was made, where known
 * @param updatedAt when it was changed last, where known
 */
public record TableInfo(
    String name,
    String comment,
    String engine,
    String charset,
    List<Column> columns,
    List<Index> indexes,
    List<ForeignKey> foreignKeys,
    List<Relationship> relationships,
    long rowCount,
    long dataLength,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {
  /** A column; {@code type} is the full one, such as {@code varchar(100)}. */
  public record Column(
      String name,
      String type,
      boolean nullable,
      String defaultValue,
      String comment,
      boolean primaryKey,
      boolean autoIncrement,
      int position) {
    static Column of(JsonNode json) {
      return new Column(
          json.path("name").asText(),
          json.path("type").asText(),
          json.path("nullable").asBoolean(),
          json.path("default_value").asText(),
          json.path("comment").asText(),
          json.path("is_primary_key").asBoolean(),
          json.path("is_auto_increment").asBoolean(),
          json.path("position").asInt());
    }
  }

  /** An index; {@code type} is {@code PRIMARY}, {@code UNIQUE}, {@code INDEX} or so. */
  public record Index(String name, String type, List<String> columns, boolean unique) {
    static Index of(JsonNode json) {
      return new Index(
          json.path("name").asText(),
          json.path("type").asText(),
          Json.texts(json.path("columns")),
          json.path("is_unique").asBoolean());
    }
  }

  /** A foreign key. */
  public record ForeignKey(
      String name,
      String column,
      String referencedTable,
      String referencedColumn,
      String onUpdate,
      String onDelete) {
    static ForeignKey of(JsonNode json) {
      return new ForeignKey(
          json.path("name").asText(),
          json.path("column").asText(),
          json.path("referenced_table").asText(),
          json.path("referenced_column").asText(),
          json.path("on_update").asText(),
          json.path("on_delete").asText());
    }
  }

  /** How two tables belong together; {@code inferred} when only their names say so. */
  public record Relationship(
      String type,
      String fromTable,
      String fromColumn,
      String toTable,
      String toColumn,
      boolean inferred) {
    static Relationship of(JsonNode json) {
      return new Relationship(
          json.path("type").asText(),
          json.path("from_table").asText(),
          json.path("from_column").asText(),
          json.path("to_table").asText(),
          json.path("to_column").asText(),
          json.path("inferred").asBoolean());
    }
  }

  static TableInfo of(JsonNode json) {
    return new TableInfo(
        json.path("name").asText(),
        json.path("comment").asText(),
        json.path("engine").asText(),
        json.path("charset").asText(),
        Json.list(json.path("columns"), Column::of),
        Json.list(json.path("indexes"), Index::of),
        Json.list(json.path("foreign_keys"), ForeignKey::of),
        Json.list(json.path("relationships"), Relationship::of),
        json.path("row_count").asLong(),
        json.path("data_length").asLong(),
        Json.moment(json, "created_at"),
        Json.moment(json, "updated_at"));
  }
}
