package org.wenshu.client.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads JSON, and turns it into plain Java values. Safe for any thread. */
public final class Json {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private Json() {}

  /** The object that the text holds; empty when it holds anything else. */
  public static Optional<ObjectNode> object(String text) {
    try {
      return READER.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A text member; empty when it is missing, null or no text. */
  public static Optional<String> text(JsonNode from, String member) {
    return Optional.ofNullable(from.path(member).textValue());
  }

  /** A moment in RFC 3339; empty when it is missing or written otherwise. */
  public static Optional<Instant> moment(JsonNode from, String member) {
    try {
      return text(from, member).map(Instant::parse);
    } catch (DateTimeParseException otherwise) {
      return Optional.empty();
    }
  }

  /** What a reader makes of each object of an array. */
  public static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>(array.size());
    array.forEach(each -> list.add(reader.apply(each)));
    return List.copyOf(list);
  }

  /** The texts of an array; others in it are passed over. */
  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>(array.size());
    for (JsonNode each : array) {
      if (each.isTextual()) {
        texts.add(each.textValue());
      }
    }
    return List.copyOf(texts);
  }

  /** The objects of an array as maps in the order of their members; others are passed over. */
  public static List<Map<String, Object>> rows(JsonNode array) {
    List<Map<String, Object>> rows = new ArrayList<>(array.size());
    for (JsonNode each : array) {
      if (each instanceof ObjectNode object) {
        rows.add(map(object));
      }
    }
    return rows;
  }

  /** An object as a map in the order of its members. */
  public static Map<String, Object> map(ObjectNode object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
    return map;
  }

  /**
   * A value in plain Java: String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map, or
   * null.
   */
  public static Object value(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return map(object);
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>(node.size());
      node.forEach(each -> values.add(value(each)));
      return values;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }
}
