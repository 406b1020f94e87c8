package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wenshu.knowledge.flow.FlowStart;
import org.wenshu.knowledge.flow.Flows;

/**
 * {@code flow} (contract, section 1.4). Templates are called blueprints or classes; each request is
 * answered in the vocabulary in which it was asked. Thread-safe.
 */
public final class FlowService {
  private static final String ERROR = "flow-error";
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final Flows flows;

  private FlowService(Flows flows) {
    this.flows = flows;
  }

  /** The service over these flows. */
  public static GatewayService over(Flows flows) {
    FlowService service = new FlowService(flows);
    Map<String, Function<ServiceCall, ObjectNode>> operations = new HashMap<>();
    operations.put("list-flows", service::list);
    operations.put("get-flow", service::get);
    operations.put("start-flow", service::start);
    operations.put("stop-flow", service::stop);
    for (String word : List.of("blueprint", "class")) {
      String plural = word.equals("class") ? "list-classes" : "list-blueprints";
      operations.put(plural, call -> service.blueprints(word));
      operations.put("get-" + word, call -> service.blueprint(call, word));
      operations.put("put-" + word, call -> service.put(call, word));
      operations.put("delete-" + word, call -> service.delete(call, word));
    }
    return new Operations("flow", ERROR, operations);
  }

  private ObjectNode list(ServiceCall call) {
    return texts("flow-ids", flows.list());
  }

  private ObjectNode get(ServiceCall call) {
    String id = required(call, "flow-id");
    String flow = flows.find(id).orElseThrow(() -> Flows.unknownFlow(id));
    JsonNode definition = parsed(flow);
    ObjectNode answer = ServiceCall.object().put("flow", flow);
    answer.put("description", definition.path("description").asText(""));
    answer.set("parameters", definition.path("parameters"));
    return answer;
  }

  private ObjectNode start(ServiceCall call) {
    Fields fields = call.fields();
    String id = required(call, "flow-id");
    JsonNode blueprint = fields.first("blueprint-name", "class-name");
    flows.start(
        new FlowStart(
            id, blueprint.asText(""), fields.text("description").orElse(""), parameters(fields)));
    return ServiceCall.object().put("flow-id", id);
  }

  private ObjectNode stop(ServiceCall call) {
    flows.stop(required(call, "flow-id"));
    return ServiceCall.object();
  }

  private ObjectNode blueprints(String word) {
    return texts(word + "-names", flows.blueprints());
  }

  private ObjectNode blueprint(ServiceCall call, String word) {
    String name = required(call, word + "-name");
    String definition = flows.blueprint(name).orElseThrow(() -> Flows.unknownBlueprint(name));
    return ServiceCall.object().put(word + "-definition", definition);
  }

  private ObjectNode put(ServiceCall call, String word) {
    JsonNode definition = call.fields().node(word + "-definition");
    String text = definition.isTextual() ? definition.textValue() : definition.toString();
    flows.putBlueprint(required(call, word + "-name"), text);
    return ServiceCall.object();
  }

  private ObjectNode delete(ServiceCall call, String word) {
    flows.deleteBlueprint(required(call, word + "-name"));
    return ServiceCall.object();
  }

  /** An object, or its text. */
  private static Map<String, JsonNode> parameters(Fields fields) {
    JsonNode given = fields.node("parameters");
    JsonNode object = given.isTextual() ? parsed(given.textValue()) : given;
    Map<String, JsonNode> parameters = new HashMap<>();
    object.properties().forEach(member -> parameters.put(member.getKey(), member.getValue()));
    return parameters;
  }

  private static String required(ServiceCall call, String field) {
    return call.fields()
        .text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> ServiceException.of(ERROR, "缺少 " + field, field + " is required"));
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw ServiceException.of(ERROR, "不是有效的 JSON", "Not valid JSON");
    }
  }

  private static ObjectNode texts(String name, List<String> texts) {
    ObjectNode answer = ServiceCall.object();
    ArrayNode list = answer.putArray(name);
    texts.forEach(list::add);
    return answer;
  }
}
