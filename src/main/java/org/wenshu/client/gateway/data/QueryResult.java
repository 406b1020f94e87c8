package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The statement that answers a question; it was not run.
 *
 * @param graphql the statement as GraphQL; may be empty
 * @param sql the statement as SQL, if the server writes SQL
 * @param schemas what it reads
 * @param confidence from 0 to 1, if the server says so
 * @param json all of it, as the server says it; treat as read-only
 */
public record QueryResult(
    String graphql,
    Optional<String> sql,
    List<String> schemas,
    OptionalDouble confidence,
    JsonNode json) {
  /** A result, copied. */
  public QueryResult {
    schemas = List.copyOf(schemas);
  }
}
