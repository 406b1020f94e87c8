package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.ConfigurationKey;
import org.wenshu.knowledge.configuration.ConfigurationSnapshot;
import org.wenshu.knowledge.configuration.ConfigurationStore;

/** {@code config} (contract, section 1.5). Thread-safe. */
public final class ConfigService {
  private static final int MOST_TYPE_CHARS = 128;
  private static final int MOST_KEY_CHARS = 512;

  private final ConfigurationStore store;

  private ConfigService(ConfigurationStore store) {
    this.store = store;
  }

  /** The service over that store. */
  public static GatewayService over(ConfigurationStore store) {
    ConfigService service = new ConfigService(store);
    return new Operations(
        "config",
        "config-error",
        Map.of(
            "get", service::get,
            "put", service::put,
            "delete", service::delete,
            "list", service::list,
            "getvalues", service::values,
            "config", service::all));
  }

  private ObjectNode get(ServiceCall call) {
    ObjectNode answer = versioned(store.version());
    ArrayNode values = answer.putArray("values");
    for (ConfigurationKey name : names(call)) {
      ObjectNode value = named(values.addObject(), name);
      store
          .find(name)
          .ifPresentOrElse(found -> value.put("value", found), () -> value.putNull("value"));
    }
    return answer;
  }

  private ObjectNode put(ServiceCall call) {
    List<ConfigurationEntry> entries = new ArrayList<>();
    for (ObjectNode value : call.fields().objects("values")) {
      JsonNode content = value.path("value");
      if (content.isMissingNode() || content.isNull()) {
        throw Fields.invalid("value", "不能缺少", "is required");
      }
      String text = content.isTextual() ? content.textValue() : content.toString();
      entries.add(new ConfigurationEntry(name(new Fields(value)), text));
    }
    return versioned(entries.isEmpty() ? store.version() : store.put(entries));
  }

  private ObjectNode delete(ServiceCall call) {
    List<ConfigurationKey> names = names(call);
    return versioned(names.isEmpty() ? store.version() : store.delete(names));
  }

  private ObjectNode list(ServiceCall call) {
    ObjectNode answer = versioned(store.version());
    ArrayNode directory = answer.putArray("directory");
    store.ofType(call.fields().required("type")).forEach(e -> directory.add(e.name().key()));
    return answer;
  }

  private ObjectNode values(ServiceCall call) {
    ObjectNode answer = versioned(store.version());
    ArrayNode values = answer.putArray("values");
    for (ConfigurationEntry entry : store.ofType(call.fields().required("type"))) {
      named(values.addObject(), entry.name()).put("value", entry.value());
    }
    return answer;
  }

  private ObjectNode all(ServiceCall call) {
    ConfigurationSnapshot snapshot = store.all();
    ObjectNode answer = versioned(snapshot.version());
    ObjectNode config = answer.putObject("config");
    for (ConfigurationEntry entry : snapshot.entries()) {
      config.withObjectProperty(entry.name().type()).put(entry.name().key(), entry.value());
    }
    return answer;
  }

  private static List<ConfigurationKey> names(ServiceCall call) {
    return call.fields().objects("keys").stream().map(key -> name(new Fields(key))).toList();
  }

  private static ConfigurationKey name(Fields fields) {
    String type = fields.required("type");
    String key = fields.required("key");
    if (type.length() > MOST_TYPE_CHARS || key.length() > MOST_KEY_CHARS) {
      throw Fields.invalid("key", "过长", "is too long");
    }
    return new ConfigurationKey(type, key);
  }

  private static ObjectNode named(ObjectNode value, ConfigurationKey name) {
    return value.put("type", name.type()).put("key", name.key());
  }

  private static ObjectNode versioned(long version) {
    return ServiceCall.object().put("version", version);
  }
}
