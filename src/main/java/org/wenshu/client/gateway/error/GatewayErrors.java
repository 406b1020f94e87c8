package org.wenshu.client.gateway.error;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** Finds the exception for an error on the wire. */
public final class GatewayErrors {
  private static final Map<String, Function<String, GatewayApiException>> BY_TYPE =
      Map.ofEntries(
          entry("agent-error", AgentException::new),
          entry("config-error", ConfigException::new),
          entry("document-rag-error", DocumentRagException::new),
          entry("flow-error", FlowException::new),
          entry("gateway-error", GatewayException::new),
          entry("graph-rag-error", GraphRagException::new),
          entry("llm-error", LlmException::new),
          entry("load-error", LoadException::new),
          entry("lookup-error", LookupException::new),
          entry("nlp-query-error", NlpQueryException::new),
          entry("objects-query-error", ObjectsQueryException::new),
          entry("request-error", RequestException::new),
          entry("structured-query-error", StructuredQueryException::new));

  private GatewayErrors() {}

  /**
   * The exception for the value of an {@code error} field.
   *
   * @param error an object with {@code type} and {@code message}, or, from older gateways, a text
   */
  public static GatewayApiException of(JsonNode error) {
    if (!error.isObject()) {
      return new UnexpectedException("unexpected-error", error.asText());
    }
    String type = error.path("type").asText("unexpected-error");
    String message = error.path("message").asText(type);
    Function<String, GatewayApiException> known = BY_TYPE.get(type);
    return known == null ? new UnexpectedException(type, message) : known.apply(message);
  }
}
