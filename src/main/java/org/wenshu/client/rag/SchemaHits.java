package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.wenshu.client.json.Json;

/**
 * What was found in the schema, the most relevant first.
 *
 * @param tables tables whose name or comment fits
 * @param columns columns whose name or comment fits
 */
public record SchemaHits(List<TableHit> tables, List<ColumnHit> columns) {
  /** A table and how well it fits, from 0 to 1. */
  public record TableHit(String name, String comment, double relevance) {
    static TableHit of(JsonNode json) {
      return new TableHit(
          json.path("name").asText(),
          json.path("comment").asText(),
          json.path("relevance").asDouble());
    }
  }

  /** A column and how well it fits, from 0 to 1. */
  public record ColumnHit(String table, String column, String comment, double relevance) {
    static ColumnHit of(JsonNode json) {
      return new ColumnHit(
          json.path("table").asText(),
          json.path("column").asText(),
          json.path("comment").asText(),
          json.path("relevance").asDouble());
    }
  }

  static SchemaHits of(JsonNode json) {
    return new SchemaHits(
        Json.list(json.path("tables"), TableHit::of),
        Json.list(json.path("columns"), ColumnHit::of));
  }
}
