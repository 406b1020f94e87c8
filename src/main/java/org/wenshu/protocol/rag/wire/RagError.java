package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * A failure as the protocol tells it. Immutable.
 *
 * @param message what the client shows
 * @param data members of {@code error.data}, in this order
 * @param confidential further members, only for administrators: hosts, ports, accounts, endpoints
 */
public record RagError(
    RagCode code, Wording message, Map<String, JsonNode> data, Map<String, JsonNode> confidential) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A failure without data. */
  public static RagError of(RagCode code, String chinese, String english) {
    return of(code, new Wording(chinese, english));
  }

  /** A failure without data. */
  public static RagError of(RagCode code, Wording message) {
    return new RagError(code, message, Map.of(), Map.of());
  }

  /** This failure with one more member of its data. */
  public RagError with(String name, JsonNode value) {
    return new RagError(code, message, joined(data, name, value), confidential);
  }

  /** This failure with a text in its data. */
  public RagError with(String name, String value) {
    return with(name, NODES.textNode(value));
  }

  /** This failure with a whole number in its data. */
  public RagError with(String name, long value) {
    return with(name, NODES.numberNode(value));
  }

  /** This failure with a list of texts in its data. */
  public RagError with(String name, Collection<String> values) {
    var array = NODES.arrayNode();
    values.forEach(array::add);
    return with(name, array);
  }

  /** This failure with a member that only administrators see. */
  public RagError confidentially(String name, String value) {
    return new RagError(code, message, data, joined(confidential, name, NODES.textNode(value)));
  }

  /** The object under {@code error}. */
  public ObjectNode toJson(Language language, boolean administrator) {
    ObjectNode members = NODES.objectNode();
    code.category().ifPresent(number -> members.put("category_code", number));
    members.setAll(data);
    if (administrator) {
      members.setAll(confidential);
    }
    ObjectNode error = NODES.objectNode();
    error.put("code", code.number());
    error.put("message", message.in(language));
    if (!members.isEmpty()) {
      error.set("data", members);
    }
    return error;
  }

  private static Map<String, JsonNode> joined(
      Map<String, JsonNode> members, String name, JsonNode value) {
    Map<String, JsonNode> joined = new LinkedHashMap<>(members);
    joined.put(name, value);
    return joined;
  }
}
