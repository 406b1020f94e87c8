package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.row.RowGraph;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceException;

/** {@code objects}: GraphQL over imported rows (contract, section 4.13). Thread-safe. */
public final class ObjectsService implements GatewayService {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final RowGraph graph;

  /** The service over that graph. */
  public ObjectsService(RowGraph graph) {
    this.graph = graph;
  }

  @Override
  public String kind() {
    return "objects";
  }

  @Override
  public String errorType() {
    return "objects-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    Fields fields = call.fields();
    JsonNode operation = fields.first("operation_name", "operationName", "operation-name");
    Optional<String> name = Optional.of(operation.asText("")).filter(text -> !text.isEmpty());
    Map<String, Object> variables =
        fields.node("variables").isObject()
            ? MAPPER.convertValue(fields.node("variables"), VARIABLES)
            : Map.of();
    CollectionId collection = CollectionId.of(fields.user(), fields.collection());
    Map<String, Object> result =
        graph
            .answer(collection, new RowGraph.Request(fields.required("query"), variables, name))
            .orElseThrow(
                () ->
                    ServiceException.of(
                        errorType(), "没有配置数据模式（类型 schema）", "No row schema is configured"));
    ObjectNode answer = MAPPER.valueToTree(result);
    if (!answer.has("data")) {
      answer.putNull("data");
    }
    call.succeed(answer);
  }
}
