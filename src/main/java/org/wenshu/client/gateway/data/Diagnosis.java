package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sample of data looks like. Each question asked of a sample fills the parts that it is
 * about.
 *
 * @param type {@code csv}, {@code json} or {@code xml}
 * @param confidence of the type, from 0 to 1
 * @param descriptor how to read such data; treat as read-only
 * @param schemas the schemas that fit
 * @param json all of it, as the server says it; treat as read-only
 */
public record Diagnosis(
    Optional<String> type,
    OptionalDouble confidence,
    Optional<JsonNode> descriptor,
    List<String> schemas,
    JsonNode json) {
  /** A diagnosis, copied. */
  public Diagnosis {
    schemas = List.copyOf(schemas);
  }
}
