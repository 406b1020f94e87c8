package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.feed.DataType;
import org.wenshu.feed.Pace;
import org.wenshu.feed.Period;
import org.wenshu.feed.SymbolRegistry;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.UpdateFilter;
import org.wenshu.protocol.ws.feed.FeedFault.Code;
import org.wenshu.protocol.ws.feed.Subscription.Wanted;

/** Reads what a client subscribes to, in each of the forms (contract, section 4). Thread-safe. */
final class SubscribeReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_ID_CHARS = 128;

  private final SymbolRegistry registry;
  private final int bookLevels;

  SubscribeReader(SymbolRegistry registry, int bookLevels) {
    this.registry = registry;
    this.bookLevels = bookLevels;
  }

  /**
   * What was read.
   *
   * @param wanted nothing valid in it when it has no symbols or no types
   * @param faults about parts that are rejected
   */
  record Read(
      Optional<String> id, Form form, Wanted wanted, List<FeedFault> faults, ArrayNode warnings) {
    boolean isEmpty() {
      return wanted.symbols().isEmpty() || wanted.types().isEmpty();
    }
  }

  /**
   * Reads a request.
   *
   * @param defaultType the data type where none is named
   * @param batches whether messages come in batches where the request does not say
   * @throws RequestFault when it is refused as a whole
   */
  Read read(JsonNode message, Form form, Optional<String> defaultType, boolean batches) {
    JsonNode body = message.path("data").isObject() ? message.path("data") : message;
    List<FeedFault> faults = new ArrayList<>();
    ArrayNode warnings = JSON.arrayNode();
    ObjectNode filters = filters(body);
    FilterReader.warn(filters, warnings);
    UpdateFilter filter = FilterReader.read(filters);
    List<String> types = types(body, defaultType, faults);
    List<String> symbols = symbols(body, faults, warnings);
    Wanted wanted =
        new Wanted(
            symbols,
            types,
            pace(body),
            filter,
            FilterReader.levels(filters).orElse(bookLevels),
            period(body, filters, form),
            body.path("snapshot").asBoolean(true),
            filters,
            new Delivery(body.path("ack").asBoolean(), body.path("batch").asBoolean(batches)));
    Optional<String> id = form == Form.ENVELOPE ? Optional.empty() : id(message, body);
    return new Read(id, form, wanted, faults, warnings);
  }

  /** The id that a client gives; empty when it leaves it to us. */
  static Optional<String> id(JsonNode message, JsonNode body) {
    for (JsonNode id :
        new JsonNode[] {
          message.path("id"), message.path("subscription_id"), body.path("subscription_id")
        }) {
      if (!id.isMissingNode() && !id.isNull()) {
        String text = id.isTextual() || id.isIntegralNumber() ? id.asText() : "";
        if (text.isEmpty() || text.length() > MAX_ID_CHARS) {
          throw new RequestFault(FeedFault.invalid("id"));
        }
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** The texts of a member in the plural or the singular; empty when there is neither. */
  static Optional<List<String>> texts(JsonNode body, String plural, String singular) {
    JsonNode several = body.path(plural);
    if (several.isTextual()) {
      return Optional.of(List.of(several.asText()));
    }
    if (several.isArray()) {
      Set<String> texts = new LinkedHashSet<>();
      for (JsonNode one : several) {
        if (!one.isTextual()) {
          throw new RequestFault(FeedFault.invalid(plural));
        }
        texts.add(one.asText().strip());
      }
      return Optional.of(List.copyOf(texts));
    }
    JsonNode one = body.path(singular);
    return one.isTextual() ? Optional.of(List.of(one.asText().strip())) : Optional.empty();
  }

  private static List<String> types(
      JsonNode body, Optional<String> defaultType, List<FeedFault> faults) {
    List<String> named =
        texts(body, "data_types", "data_type")
            .filter(list -> !list.isEmpty())
            .or(() -> defaultType.map(List::of))
            .orElseThrow(() -> new RequestFault(FeedFault.missing("data_types")));
    ArrayNode rejected = JSON.arrayNode();
    List<String> valid = new ArrayList<>();
    for (String name : named) {
      if (DataType.find(name).isPresent()) {
        valid.add(name);
      } else {
        rejected.add(name);
      }
    }
    if (!rejected.isEmpty()) {
      String first = rejected.path(0).asText();
      ArrayNode all = JSON.arrayNode();
      DataType.names().forEach(all::add);
      faults.add(
          FeedFault.of(Code.INVALID_DATA_TYPE, "不支持的数据类型: " + first)
              .detail("rejected", rejected)
              .suggest(first, all));
    }
    return valid;
  }

  private List<String> symbols(JsonNode body, List<FeedFault> faults, ArrayNode warnings) {
    List<String> named =
        texts(body, "symbols", "symbol")
            .filter(list -> !list.isEmpty())
            .orElseThrow(() -> new RequestFault(FeedFault.missing("symbols")));
    if (named.size() > FeedWireConfig.MAX_SYMBOLS) {
      throw new RequestFault(
          FeedFault.of(Code.MAX_SYMBOLS_EXCEEDED, "代码数量已达上限: " + FeedWireConfig.MAX_SYMBOLS));
    }
    Set<String> valid = new LinkedHashSet<>();
    Rejected malformed = new Rejected(Code.INVALID_SYMBOL);
    Rejected unknown = new Rejected(Code.UNKNOWN_SYMBOL);
    for (String name : named) {
      String symbol = Symbols.normal(name);
      if (!Symbols.isValid(symbol)) {
        malformed.add(name);
      } else if (registry.isKnown(symbol) || !registry.isStrict()) {
        valid.add(symbol);
        if (!registry.isKnown(symbol)) {
          warnings.add("股票代码可能不存在: " + symbol);
        }
      } else {
        unknown.add(name);
      }
    }
    malformed.addTo(faults);
    unknown.addTo(faults);
    return List.copyOf(valid);
  }

  private static ObjectNode filters(JsonNode body) {
    JsonNode filters = body.path("filters");
    if (filters.isMissingNode() || filters.isNull()) {
      return JSON.objectNode();
    }
    if (!filters.isObject()) {
      throw new RequestFault(FeedFault.invalid("filters"));
    }
    return (ObjectNode) filters;
  }

  private static Pace pace(JsonNode body) {
    JsonNode named = body.path("update_frequency");
    if (named.isMissingNode() || named.isNull()) {
      return Pace.REALTIME;
    }
    return Pace.find(named.asText())
        .orElseThrow(
            () ->
                new RequestFault(
                    FeedFault.of(Code.INVALID_FREQUENCY, "无效的推送频率: " + named.asText())));
  }

  private static Period period(JsonNode body, JsonNode filters, Form form) {
    JsonNode named = body.path("period");
    if (named.isMissingNode()) {
      named = filters.path("period");
    }
    boolean bars = body.path("data_type").asText().equalsIgnoreCase(DataType.KLINE.wireName());
    if (named.isMissingNode() && form != Form.FLAT && bars) {
      named = body.path("frequency");
    }
    if (named.isMissingNode() || named.isNull()) {
      return Period.MINUTE;
    }
    String name = named.asText();
    return Period.find(name)
        .orElseThrow(
            () -> new RequestFault(FeedFault.of(Code.INVALID_FREQUENCY, "无效的K线周期: " + name)));
  }

  /** Symbols that are rejected for one reason, with what may have been meant. */
  private final class Rejected {
    private final Code code;
    private final ArrayNode symbols = JSON.arrayNode();
    private final ObjectNode suggestions = JSON.objectNode();

    Rejected(Code code) {
      this.code = code;
    }

    void add(String name) {
      symbols.add(name);
      ArrayNode meant = suggestions.putArray(name);
      registry.suggestions(Symbols.normal(name)).forEach(meant::add);
    }

    void addTo(List<FeedFault> faults) {
      if (!symbols.isEmpty()) {
        String message = "无效的股票代码: " + symbols.path(0).asText();
        ObjectNode details = JSON.objectNode();
        details.set("rejected", symbols);
        faults.add(new FeedFault(code, message, details, suggestions, false));
      }
    }
  }
}
