package org.wenshu.assistant.prompt;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks values against the part of JSON Schema that prompts use: type, properties, required, items
 * and enum. Other words of a schema are not looked at.
 */
final class JsonShape {
  private JsonShape() {}

  static void check(JsonNode value, JsonNode schema, String path) {
    if (!schema.isObject()) {
      return;
    }
    String type = schema.path("type").asText("");
    if (!type.isEmpty() && !isOf(type, value)) {
      throw mismatch(path, type);
    }
    if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
      throw mismatch(path, "one of " + schema.path("enum"));
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        throw mismatch(path + "." + required.asText(), "there");
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (value.has(property.getKey())) {
                check(
                    value.path(property.getKey()),
                    property.getValue(),
                    path + "." + property.getKey());
              }
            });
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(value.get(i), schema.path("items"), path + "[" + i + "]");
      }
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isNumber() && value.canConvertToExactIntegral();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static PromptException mismatch(String path, String expected) {
    return new PromptException(
        "语言模型的回答不符合要求: " + path + " 应为 " + expected,
        "The language model's answer is not as asked: " + path + " must be " + expected);
  }
}
