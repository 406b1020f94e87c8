package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of one request. A null counts as absent, unknown members are ignored; what is
 * missing, mistyped or out of range ends the request with {@link RagCode#INVALID_PARAMS}.
 */
public final class Params {
  private static final long MIN = Integer.MIN_VALUE;
  private static final long MAX = Integer.MAX_VALUE;

  private final String method;
  private final String path;
  private final JsonNode members;

  private Params(String method, String path, JsonNode members) {
    this.method = method;
    this.path = path;
    this.members = members;
  }

  /**
   * The parameters of a request.
   *
   * @throws RagException when they are neither an object nor absent
   */
  public static Params of(String method, JsonNode params) {
    Params absent = new Params(method, "", MissingNode.getInstance());
    if (params.isMissingNode() || params.isNull()) {
      return absent;
    }
    if (!params.isObject()) {
      throw absent.invalid("params", "必须是对象", "must be an object");
    }
    return new Params(method, "", params);
  }

  /** The members of an object; none when it is absent. */
  public Params object(String name) {
    JsonNode value = member(name);
    if (!value.isMissingNode() && !value.isObject()) {
      throw invalid(name, "必须是对象", "must be an object");
    }
    return new Params(method, path + name + ".", value);
  }

  /** Whether there is such a parameter. */
  public boolean has(String name) {
    return !member(name).isMissingNode();
  }

  /** A text, when present. */
  public Optional<String> text(String name) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw invalid(name, "必须是字符串", "must be a string");
    }
    return Optional.of(value.textValue());
  }

  /** A text that has to be there; it may be empty. */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> invalid(name, "不能缺少", "is required"));
  }

  /** A text with something in it. */
  public String requiredWords(String name) {
    String text = requiredText(name).strip();
    if (text.isEmpty()) {
      throw invalid(name, "不能为空", "must not be empty");
    }
    return text;
  }

  /** A list of texts that has to be there. */
  public List<String> requiredTexts(String name) {
    JsonNode value = member(name);
    if (!value.isArray()) {
      throw value.isMissingNode()
          ? invalid(name, "不能缺少", "is required")
          : invalid(name, "必须是数组", "must be an array");
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
    return texts;
  }

  /** A truth value. */
  public boolean truth(String name, boolean otherwise) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw invalid(name, "必须是布尔值", "must be a boolean");
    }
    return value.booleanValue();
  }

  /** A whole number in that range. */
  public int number(String name, int otherwise, int least, int most) {
    int number = number(name, otherwise);
    if (number < least || number > most) {
      throw invalid(
          name, "必须在 " + least + " 到 " + most + " 之间", "must be between " + least + " and " + most);
    }
    return number;
  }

  /** A whole number; beyond what fits, the nearest that does. */
  public int number(String name, int otherwise) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber() || !value.canConvertToExactIntegral()) {
      throw invalid(name, "必须是整数", "must be an integer");
    }
    long number =
        value.canConvertToLong() ? value.longValue() : value.decimalValue().signum() * MAX;
    return (int) Math.max(MIN, Math.min(MAX, number));
  }

  /** Ends the request because of that parameter. */
  public RagException invalid(String name, String chinese, String english) {
    String field = path + name;
    var errors = JsonNodeFactory.instance.arrayNode();
    errors.addObject().put("field", field).put("error", english);
    return new RagException(
        RagError.of(
                RagCode.INVALID_PARAMS,
                "参数无效: " + field + " " + chinese,
                "Invalid parameter: " + field + " " + english)
            .with("method", method)
            .with("errors", errors));
  }

  private JsonNode member(String name) {
    JsonNode value = members.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }
}
