package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a question in GraphQL gave. Errors in it are data: parts may have worked.
 *
 * @param data the data, if there is any; treat as read-only
 * @param errors what went wrong
 * @param extensions what the server adds; treat as read-only
 */
public record RowsResult(
    Optional<JsonNode> data, List<RowsError> errors, Optional<JsonNode> extensions) {
  /** A result, copied. */
  public RowsResult {
    errors = List.copyOf(errors);
  }

  /**
   * Something that went wrong.
   *
   * @param message for people
   * @param path where, from the root; empty if unknown
   */
  public record RowsError(String message, List<String> path) {
    /** An error, copied. */
    public RowsError {
      path = List.copyOf(path);
    }
  }
}
