package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.data.ConfigKey;
import org.wenshu.client.gateway.data.ConfigSnapshot;
import org.wenshu.client.gateway.data.ConfigValue;

/** What is sent to read and change configuration (contract, section 1.5). */
final class ConfigCalls {
  private static final Route ROUTE = Route.global("config");

  private ConfigCalls() {}

  static Call<List<ConfigValue>> get(List<ConfigKey> keys) {
    return call(keyed("get", keys), ConfigCalls::values);
  }

  static Call<Void> put(List<ConfigValue> values) {
    ObjectNode body = GatewayJson.operation("put");
    ArrayNode list = body.putArray("values");
    for (ConfigValue each : values) {
      String value =
          each.value().orElseThrow(() -> new IllegalArgumentException("A value is missing"));
      list.addObject().put("type", each.type()).put("key", each.key()).put("value", value);
    }
    return call(body, answer -> null);
  }

  static Call<Void> delete(List<ConfigKey> keys) {
    return call(keyed("delete", keys), answer -> null);
  }

  static Call<List<String>> list(String type) {
    return call(
        GatewayJson.operation("list").put("type", type),
        answer -> GatewayJson.needList(answer, "directory", JsonNode::asText));
  }

  static Call<List<ConfigValue>> getValues(String type) {
    return call(GatewayJson.operation("getvalues").put("type", type), ConfigCalls::values);
  }

  static Call<ConfigSnapshot> all() {
    return call(GatewayJson.operation("config"), ConfigCalls::snapshot);
  }

  private static ObjectNode keyed(String operation, List<ConfigKey> keys) {
    ObjectNode body = GatewayJson.operation(operation);
    ArrayNode list = body.putArray("keys");
    keys.forEach(key -> list.addObject().put("type", key.type()).put("key", key.key()));
    return body;
  }

  private static List<ConfigValue> values(JsonNode answer) {
    return GatewayJson.needList(
        answer,
        "values",
        each ->
            new ConfigValue(
                GatewayJson.needText(each, "type"),
                GatewayJson.needText(each, "key"),
                GatewayJson.optionalText(each, "value")));
  }

  private static ConfigSnapshot snapshot(JsonNode answer) {
    Map<String, Map<String, String>> types = new HashMap<>();
    GatewayJson.need(answer, "config")
        .properties()
        .forEach(type -> types.put(type.getKey(), keys(type.getValue())));
    return new ConfigSnapshot(types, GatewayJson.need(answer, "version").asLong());
  }

  private static Map<String, String> keys(JsonNode type) {
    Map<String, String> keys = new HashMap<>();
    type.properties()
        .forEach(
            key -> {
              JsonNode value = key.getValue();
              keys.put(key.getKey(), value.isTextual() ? value.textValue() : value.toString());
            });
    return Map.copyOf(keys);
  }

  private static <T> Call<T> call(ObjectNode body, ResponseReader<T> reader) {
    return new Call<>(ROUTE, body, false, reader);
  }
}
