package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * All tables and views that the caller may see.
 *
 * @param database its name
 * @param tables the tables
 * @param views the views
 * @param version changes with the schema
 * @param updatedAt when the server read it last
 * @param truncated whether tables were left out because the message would have been too long
 */
public record SchemaInfo(
    String database,
    List<TableInfo> tables,
    List<View> views,
    String version,
    Optional<Instant> updatedAt,
    boolean truncated) {
  /** A view; the definition can be empty. */
  public record View(String name, String definition, String comment) {
    static View of(JsonNode json) {
      return new View(
          json.path("name").asText(),
          json.path("definition").asText(),
          json.path("comment").asText());
    }
  }

  static SchemaInfo of(JsonNode json) {
    return new SchemaInfo(
        json.path("database").asText(),
        Json.list(json.path("tables"), TableInfo::of),
        Json.list(json.path("views"), View::of),
        json.path("version").asText(),
        Json.moment(json, "updated_at"),
        json.path("truncated").asBoolean());
  }
}
