package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wenshu.feed.Channel;
import org.wenshu.feed.DataType;
import org.wenshu.feed.Period;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.TopicKey;
import org.wenshu.feed.Update;
import org.wenshu.security.Caller;

/** The last values at {@code GET /api/feed/latest}, as subscribers get them. Thread-safe. */
@WebServlet("/api/feed/latest")
public class LatestServlet extends FeedServlet {
  private static final long serialVersionUID = 1L;

  /** Made by the server. */
  public LatestServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = caller(request, response);
    if (caller.isEmpty()) {
      return;
    }
    if (!services().access().mayRead(caller.get())) {
      forbid(response);
      return;
    }
    List<String> symbols = list(request.getParameter("symbols"));
    List<String> types = list(request.getParameter("data_types"));
    if (symbols.isEmpty() || symbols.size() > FeedWireConfig.MAX_SYMBOLS) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "MISSING_FIELD", "消息格式错误: symbols");
      return;
    }
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    for (String type : types.isEmpty() ? List.of(DataType.QUOTE.wireName()) : types) {
      Optional<DataType> known = DataType.find(type);
      if (known.isEmpty()) {
        refuse(
            response, HttpServletResponse.SC_BAD_REQUEST, "INVALID_DATA_TYPE", "不支持的数据类型: " + type);
        return;
      }
      symbols.forEach(symbol -> add(messages, type, known.get(), Symbols.normal(symbol)));
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("count", messages.size());
    answer.set("data", messages);
    answer(response, HttpServletResponse.SC_OK, answer);
  }

  private void add(ArrayNode messages, String type, DataType known, String symbol) {
    TopicKey topic =
        new TopicKey(
            symbol,
            known.channel(),
            known.channel() == Channel.KLINE ? Optional.of(Period.MINUTE) : Optional.empty());
    services()
        .hub()
        .last(topic)
        .ifPresent(update -> messages.addRawValue(new RawValue(text(type, update))));
  }

  private String text(String type, Update update) {
    int levels = services().config().bookLevels();
    return "{\"data_type\":"
        + DataFrames.quoted(type)
        + ","
        + services().dataFrames().body(update, levels)
        + "}";
  }

  private static List<String> list(String parameter) {
    return parameter == null
        ? List.of()
        : Arrays.stream(parameter.split(",", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }
}
