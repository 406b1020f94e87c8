package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.wenshu.client.json.Json;

/**
 * What a question would do, without doing it (contract, section 4.8).
 *
 * @param intent what is wanted
 * @param tables the tables it reads
 * @param columns columns and expressions
 * @param conditions what rows must satisfy
 * @param operations such as {@code JOIN} or {@code COUNT}
 * @param complexity {@code simple}, {@code medium} or {@code complex}
 * @param sql the statement
 * @param explanation the statement in words
 * @param suggestions how to ask better
 */
public record Explanation(
    String intent,
    List<String> tables,
    List<String> columns,
    List<String> conditions,
    List<String> operations,
    String complexity,
    String sql,
    String explanation,
    List<String> suggestions) {
  static Explanation of(JsonNode result) {
    return new Explanation(
        result.path("intent").asText(),
        Json.texts(result.path("tables")),
        Json.texts(result.path("columns")),
        Json.texts(result.path("conditions")),
        Json.texts(result.path("operations")),
        result.path("complexity").asText(),
        result.path("sql").asText(),
        result.path("explanation").asText(),
        Json.texts(result.path("suggestions")));
  }
}
