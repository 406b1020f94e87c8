package org.wenshu.knowledge.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.configuration.ConfigurationKey;
import org.wenshu.knowledge.configuration.ConfigurationStore;

/**
 * Finds the values of a flow's parameters: the caller's, else the default of the parameter's type,
 * else that of the parameter that controls it. Thread-safe.
 */
final class FlowParameters {
  private static final String PARAMETER_TYPE = "parameter-type";

  private final ConfigurationStore store;

  FlowParameters(ConfigurationStore store) {
    this.store = store;
  }

  /** The values, all as text; those that the blueprint does not know pass through. */
  Map<String, String> resolve(JsonNode blueprint, Map<String, JsonNode> given) {
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach((name, value) -> values.put(name, text(value)));
    JsonNode declared = blueprint.path("parameters");
    for (Iterator<String> names = declared.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!values.containsKey(name)) {
        standard(declared.path(name)).ifPresent(value -> values.put(name, value));
      }
    }
    declared.fieldNames().forEachRemaining(name -> followController(declared, name, values));
    return values;
  }

  private void followController(JsonNode declared, String name, Map<String, String> values) {
    String controller = declared.path(name).path("controlled-by").asText("");
    if (!values.containsKey(name) && values.containsKey(controller)) {
      values.put(name, values.get(controller));
    }
    if (!values.containsKey(name) && type(declared.path(name)).path("required").asBoolean()) {
      throw new FlowException("缺少参数 " + name, "The parameter " + name + " is required");
    }
  }

  private Optional<String> standard(JsonNode parameter) {
    JsonNode value = type(parameter).path("default");
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(value));
  }

  private JsonNode type(JsonNode parameter) {
    String type = parameter.path("type").asText("");
    return store
        .find(new ConfigurationKey(PARAMETER_TYPE, type))
        .map(FlowJson::read)
        .orElse(parameter);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
