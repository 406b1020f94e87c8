package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * The answer to a question (contract, section 4.7). The rows belong to the receiver.
 *
 * @param rows one map for each row, columns in the order of the statement; plain Java values
 * @param sql the statement that was executed
 * @param explanation a sentence, or more on request
 * @param suggestions questions one might ask next
 * @param warnings what to know about the rows
 * @param executionTime how long the server took
 * @param plan the database's plan, on request; else empty
 * @param cacheHit whether the rows come from the server's cache
 * @param truncated whether rows were left out because the message would have been too long
 * @param formatted the rows as text, where that was asked for
 * @param members metadata as it came, with what newer servers add
 */
public record RagAnswer(
    List<Map<String, Object>> rows,
    String sql,
    String explanation,
    List<String> suggestions,
    List<String> warnings,
    Duration executionTime,
    String plan,
    boolean cacheHit,
    boolean truncated,
    Optional<String> formatted,
    Map<String, Object> members) {
  static RagAnswer of(ObjectNode result) {
    JsonNode metadata = result.path("metadata");
    return new RagAnswer(
        Json.rows(result.path("data")),
        result.path("sql").asText(),
        result.path("explanation").asText(),
        Json.texts(result.path("suggestions")),
        Json.texts(metadata.path("warnings")),
        Duration.ofNanos(metadata.path("execution_time").asLong()),
        metadata.path("query_plan").asText(),
        metadata.path("cache_hit").asBoolean(),
        metadata.path("truncated").asBoolean(),
        Json.text(result, "formatted"),
        metadata instanceof ObjectNode object ? Json.map(object) : Map.of());
  }
}
