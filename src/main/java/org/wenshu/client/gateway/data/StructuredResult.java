package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The rows that answer a question.
 *
 * @param data lists of rows by the name of their schema; treat as read-only
 * @param errors what went wrong; empty if nothing
 * @param sql the statement that was run, if the server writes SQL
 * @param json all of it, as the server says it; treat as read-only
 */
public record StructuredResult(
    Optional<JsonNode> data, List<String> errors, Optional<String> sql, JsonNode json) {
  /** A result, copied. */
  public StructuredResult {
    errors = List.copyOf(errors);
  }
}
