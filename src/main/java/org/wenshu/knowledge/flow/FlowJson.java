package org.wenshu.knowledge.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Reads definitions, and fills in their placeholders. Thread-safe. */
final class FlowJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private FlowJson() {}

  /** The value; one that is no JSON is an object without members. */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return object();
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The same with the value for every <code>{name}</code> in its texts. */
  static JsonNode filled(JsonNode template, Map<String, String> values) {
    if (template.isTextual()) {
      return TextNode.valueOf(filled(template.textValue(), values));
    }
    if (template.isObject()) {
      ObjectNode copy = object();
      template
          .properties()
          .forEach(member -> copy.set(member.getKey(), filled(member.getValue(), values)));
      return copy;
    }
    return template;
  }

  private static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
