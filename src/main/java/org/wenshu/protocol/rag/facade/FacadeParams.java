package org.wenshu.protocol.rag.facade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Finds parameters in HTTP requests (section 12). Thread-safe. */
final class FacadeParams {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
  private static final int STANDARD_SUGGESTIONS = 5;

  private FacadeParams() {}

  /** {@code query}, {@code options} and {@code session_id} of a body. */
  static ObjectNode query(HttpServletRequest request, int maxBytes) throws IOException {
    JsonNode body = body(request, maxBytes);
    JsonNode query = body.path("query");
    if (!query.isTextual() || query.textValue().isBlank()) {
      throw FacadeRefusal.badRequest("查询内容不能为空", "The query must not be empty");
    }
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.set("query", query);
    for (String name : new String[] {"options", "session_id"}) {
      if (body.has(name)) {
        params.set(name, body.get(name));
      }
    }
    return params;
  }

  /** The table that the rest of the path names, if it names one. */
  static ObjectNode table(HttpServletRequest request) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
    String table = rest.replaceAll("^/+|/+$", "");
    if (!table.isEmpty()) {
      params.put("table", table);
    }
    return params;
  }

  /** {@code q} and {@code limit} of the search part. */
  static ObjectNode partial(HttpServletRequest request) {
    String partial = request.getParameter("q");
    if (partial == null || partial.isBlank()) {
      throw FacadeRefusal.badRequest("查询参数不能为空", "The parameter q must not be empty");
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("partial", partial)
        .put("limit", limit(request.getParameter("limit")));
  }

  private static int limit(String text) {
    try {
      return text == null ? STANDARD_SUGGESTIONS : Integer.parseInt(text.strip());
    } catch (NumberFormatException noNumber) {
      return STANDARD_SUGGESTIONS;
    }
  }

  private static JsonNode body(HttpServletRequest request, int maxBytes) throws IOException {
    boolean announced = request.getContentLengthLong() > maxBytes;
    byte[] bytes = announced ? new byte[0] : request.getInputStream().readNBytes(maxBytes + 1);
    if (announced || bytes.length > maxBytes) {
      throw FacadeRefusal.tooLarge();
    }
    try {
      JsonNode body = JSON.readTree(bytes);
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException notJson) {
      throw FacadeRefusal.badRequest("请求体不是有效的 JSON", "The body is not valid JSON");
    }
    throw FacadeRefusal.badRequest("请求体必须是 JSON 对象", "The body must be a JSON object");
  }
}
