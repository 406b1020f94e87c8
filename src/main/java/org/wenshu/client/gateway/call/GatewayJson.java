package org.wenshu.client.gateway.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.json.Json;

/**
 * The bodies of the gateway: written from values of the caller, read tolerant of what is unknown
 * and strict about what is promised. What the doors have in common is in {@link Json}.
 */
public final class GatewayJson {
  /** Reads and writes all JSON of this door. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .build())
          .build();

  private GatewayJson() {}

  /** An object that names an operation. */
  public static ObjectNode operation(String name) {
    return Json.object().put("operation", name);
  }

  /** A list of texts. */
  public static ArrayNode texts(Collection<String> texts) {
    ArrayNode list = MAPPER.createArrayNode();
    texts.forEach(list::add);
    return list;
  }

  /** Any value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The text of a tree. */
  public static String write(JsonNode tree) {
    return tree.toString();
  }

  /**
   * The tree of a text.
   *
   * @param what what the text is, for the message of the exception
   * @throws ProtocolException if the text is no JSON
   */
  public static JsonNode parse(String text, String what) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new ProtocolException(what + " is not JSON", e);
    }
    throw new ProtocolException(what + " is empty", null);
  }

  /**
   * The tree of an object that is sent as a text; some servers send it as it is.
   *
   * @throws ProtocolException if it is neither
   */
  public static JsonNode unwrapped(JsonNode parent, String field) {
    JsonNode value = need(parent, field);
    return value.isTextual() ? parse(value.textValue(), "'" + field + "'") : value;
  }

  /**
   * A field that has to be there.
   *
   * @throws ProtocolException if it is not
   */
  public static JsonNode need(JsonNode parent, String field) {
    JsonNode value = parent.get(field);
    if (value == null) {
      throw new ProtocolException("The answer lacks '" + field + "'", null);
    }
    return value;
  }

  /**
   * A text that has to be there.
   *
   * @throws ProtocolException if it is not, or is no text
   */
  public static String needText(JsonNode parent, String field) {
    JsonNode value = need(parent, field);
    if (!value.isTextual()) {
      throw new ProtocolException("'" + field + "' is no text", null);
    }
    return value.textValue();
  }

  /**
   * The elements of a list that has to be there.
   *
   * @throws ProtocolException if it is not, or is no list
   */
  public static <T> List<T> needList(JsonNode parent, String field, Function<JsonNode, T> reader) {
    JsonNode value = need(parent, field);
    if (!value.isArray()) {
      throw new ProtocolException("'" + field + "' is no list", null);
    }
    return StreamSupport.stream(value.spliterator(), false).map(reader).toList();
  }

  /** The elements of a list; none if there is no list. */
  public static <T> List<T> list(JsonNode parent, String field, Function<JsonNode, T> reader) {
    return parent.path(field).isArray() ? needList(parent, field, reader) : List.of();
  }

  /** A text; empty if there is none. */
  public static String text(JsonNode parent, String field) {
    return parent.path(field).asText("");
  }

  /** A field that may be missing; null counts as missing. */
  public static Optional<JsonNode> optional(JsonNode parent, String field) {
    return Optional.ofNullable(parent.get(field)).filter(value -> !value.isNull());
  }

  /** A text that may be missing. */
  public static Optional<String> optionalText(JsonNode parent, String field) {
    return optional(parent, field).map(JsonNode::asText);
  }

  /** A whole number that may be missing. */
  public static OptionalInt optionalInt(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isNumber() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  /** A number that may be missing. */
  public static OptionalDouble optionalDouble(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }
}
