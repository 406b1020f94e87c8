package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.data.FlowDefinition;

/** What is sent to manage flows and blueprints (contract, section 1.4). */
final class FlowCalls {
  private static final Route ROUTE = Route.global("flow");

  private FlowCalls() {}

  static Call<List<String>> list() {
    return call(
        GatewayJson.operation("list-flows"),
        answer -> GatewayJson.needList(answer, "flow-ids", JsonNode::asText));
  }

  static Call<FlowDefinition> get(String id) {
    return call(
        GatewayJson.operation("get-flow").put("flow-id", id),
        answer -> definition(GatewayJson.unwrapped(answer, "flow")));
  }

  static Call<Void> start(
      String blueprint, String id, String description, Map<String, String> parameters) {
    ObjectNode body = GatewayJson.operation("start-flow").put("flow-id", id);
    body.put("blueprint-name", blueprint).put("description", description);
    if (!parameters.isEmpty()) {
      body.set("parameters", GatewayJson.tree(parameters));
    }
    return call(body, answer -> null);
  }

  static Call<Void> stop(String id) {
    return call(GatewayJson.operation("stop-flow").put("flow-id", id), answer -> null);
  }

  static Call<List<String>> listBlueprints() {
    return call(
        GatewayJson.operation("list-blueprints"),
        answer -> GatewayJson.needList(answer, "blueprint-names", JsonNode::asText));
  }

  static Call<JsonNode> getBlueprint(String name) {
    return call(
        named("get-blueprint", name),
        answer -> GatewayJson.unwrapped(answer, "blueprint-definition"));
  }

  static Call<Void> putBlueprint(String name, JsonNode definition) {
    return call(
        named("put-blueprint", name).put("blueprint-definition", GatewayJson.write(definition)),
        answer -> null);
  }

  static Call<Void> deleteBlueprint(String name) {
    return call(named("delete-blueprint", name), answer -> null);
  }

  private static ObjectNode named(String operation, String blueprint) {
    return GatewayJson.operation(operation).put("blueprint-name", blueprint);
  }

  private static FlowDefinition definition(JsonNode json) {
    Map<String, String> parameters = new HashMap<>();
    json.path("parameters")
        .properties()
        .forEach(field -> parameters.put(field.getKey(), field.getValue().asText()));
    Set<String> interfaces = new HashSet<>();
    json.path("interfaces").fieldNames().forEachRemaining(interfaces::add);
    String name =
        GatewayJson.optionalText(json, "blueprint-name")
            .orElse(GatewayJson.text(json, "class-name"));
    return new FlowDefinition(
        name,
        GatewayJson.text(json, "description"),
        Set.copyOf(interfaces),
        Map.copyOf(parameters),
        json);
  }

  private static <T> Call<T> call(ObjectNode body, ResponseReader<T> reader) {
    return new Call<>(ROUTE, body, false, reader);
  }
}
