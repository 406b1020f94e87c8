package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of one request. A null counts as absent, unknown fields are ignored, and a field may
 * be spelled with underscores instead of hyphens. What is missing or mistyped ends the request with
 * {@code request-error}.
 */
public final class Fields {
  private static final int MOST_NAME_CHARS = 128;
  private static final String DEFAULT_USER = "trustgraph";
  private static final String DEFAULT_COLLECTION = "default";

  private final ObjectNode fields;

  /** The fields of that request. */
  public Fields(ObjectNode fields) {
    this.fields = fields;
  }

  /** The field as it is; missing when absent or null. */
  public JsonNode node(String name) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() && name.indexOf('-') > 0) {
      value = fields.path(name.replace('-', '_'));
    }
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  /** The first of these fields that is there; missing when none is. */
  public JsonNode first(String... names) {
    for (String name : names) {
      if (!node(name).isMissingNode()) {
        return node(name);
      }
    }
    return MissingNode.getInstance();
  }

  /** A text, when present; numbers and truth values are taken for their texts. */
  public Optional<String> text(String name) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw invalid(name, "必须是字符串", "must be a string");
    }
    return Optional.of(value.asText());
  }

  /** A text that must not be blank. */
  public String required(String name) {
    return text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> invalid(name, "不能缺少", "is required"));
  }

  /** A text that has to be there but may be empty. */
  public String present(String name) {
    return text(name).orElseThrow(() -> invalid(name, "不能缺少", "is required"));
  }

  /** A whole number, also as text, brought into the range. */
  public int number(String name, int otherwise, int least, int most) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    try {
      double number = value.isTextual() ? Double.parseDouble(value.textValue()) : value.asDouble();
      if (!value.isTextual() && !value.isNumber()) {
        throw invalid(name, "必须是整数", "must be an integer");
      }
      return (int) Math.max(least, Math.min(most, number));
    } catch (NumberFormatException noNumber) {
      throw invalid(name, "必须是整数", "must be an integer");
    }
  }

  /** A truth value; absent is false. */
  public boolean truth(String name) {
    JsonNode value = node(name);
    return value.isTextual()
        ? value.textValue().toLowerCase(Locale.ROOT).equals("true")
        : value.asBoolean(false);
  }

  /** A list of texts, empty when absent; one text counts as a list of it. */
  public List<String> texts(String name) {
    JsonNode value = node(name);
    if (value.isTextual()) {
      return List.of(value.textValue());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** The objects of a list; empty when absent. */
  public List<ObjectNode> objects(String name) {
    JsonNode value = node(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw invalid(name, "必须是数组", "must be a list");
    }
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode element : value) {
      if (!(element instanceof ObjectNode object)) {
        throw invalid(name, "只能包含对象", "must hold objects");
      }
      objects.add(object);
    }
    return objects;
  }

  /** An object that has to be there. */
  public Fields object(String name) {
    if (node(name) instanceof ObjectNode object) {
      return new Fields(object);
    }
    throw invalid(name, "必须是对象", "must be an object");
  }

  /** Whose knowledge is meant. */
  public String user() {
    return name("user", DEFAULT_USER);
  }

  /** Which collection of it is meant. */
  public String collection() {
    return name("collection", DEFAULT_COLLECTION);
  }

  /** A name of at most {@value #MOST_NAME_CHARS} characters; absent or empty is the other. */
  public String name(String field, String otherwise) {
    String name = text(field).filter(text -> !text.isBlank()).orElse(otherwise);
    if (name.length() > MOST_NAME_CHARS) {
      throw invalid(field, "过长", "is too long");
    }
    return name;
  }

  /** Ends the request because of that field. */
  public static ServiceException invalid(String name, String chinese, String english) {
    return ServiceException.badRequest(name + " " + chinese, name + " " + english);
  }

  /** All fields as they came. */
  public ObjectNode all() {
    return fields;
  }
}
