package org.wenshu.feed.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.wenshu.feed.Book;
import org.wenshu.feed.Field;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.Tick;

/**
 * Which columns of a table hold what, and how a row becomes a tick. Immutable. Only id, symbol and
 * event time are required, and one value.
 */
final class TableColumns {
  /** The source that ticks from the table name. */
  static final String SOURCE = "table";

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private final Map<String, String> columns;
  private final ZoneId zone;

  private TableColumns(Map<String, String> columns, ZoneId zone) {
    this.columns = columns;
    this.zone = zone;
  }

  /**
   * Finds the columns among those that the table has.
   *
   * @throws IllegalArgumentException when a required one is not there
   */
  static TableColumns of(TableConfig config, Set<String> existing, ZoneId zone) {
    List<String> members = new ArrayList<>(List.of("id", "symbol", "event_time"));
    for (Field field : Field.values()) {
      members.add(field.wireName());
    }
    members.addAll(List.of("direction", "trade_id", "bids", "asks", "source"));
    Map<String, String> found = new LinkedHashMap<>();
    for (String member : members) {
      String column = config.columns().getOrDefault(member, member);
      if (existing.contains(column.toLowerCase(Locale.ROOT))) {
        found.put(member, column);
      }
    }
    for (String required : List.of("id", "symbol", "event_time")) {
      if (!found.containsKey(required)) {
        throw new IllegalArgumentException(
            "Table " + config.table() + " has no column for " + required);
      }
    }
    return new TableColumns(found, zone);
  }

  /** The columns by the members they hold, the id first. */
  Map<String, String> byMember() {
    return columns;
  }

  /** Those that a new row is given; the id is drawn by the database. */
  Map<String, String> written() {
    Map<String, String> written = new LinkedHashMap<>(columns);
    written.remove("id");
    return written;
  }

  /** The column of the id. */
  String id() {
    return columns.get("id");
  }

  String symbol() {
    return columns.get("symbol");
  }

  /**
   * Makes a tick of a row.
   *
   * @param row values by member: whole numbers, decimals, texts, {@link LocalDateTime} or null
   */
  Tick tick(Function<String, Object> row) {
    Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      Object value = columns.containsKey(field.wireName()) ? row.apply(field.wireName()) : null;
      if (value != null) {
        numbers.put(field, new BigDecimal(value.toString()));
      }
    }
    Map<String, String> texts = new HashMap<>();
    long id = ((Number) row.apply("id")).longValue();
    texts.put("trade_id", text(row, "trade_id").orElse(Long.toString(id)));
    text(row, "direction").ifPresent(direction -> texts.put("direction", direction));
    text(row, "source").ifPresent(source -> texts.put("source", source));
    LocalDateTime time = (LocalDateTime) row.apply("event_time");
    return new Tick(
        SOURCE,
        Symbols.normal(row.apply("symbol").toString()),
        time.atZone(zone).toInstant(),
        OptionalLong.of(id),
        numbers,
        texts,
        book(row));
  }

  private Optional<String> text(Function<String, Object> row, String member) {
    return columns.containsKey(member)
        ? Optional.ofNullable(row.apply(member)).map(Object::toString).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private Optional<Book> book(Function<String, Object> row) {
    Optional<JsonNode> bids = levels(row, "bids");
    Optional<JsonNode> asks = levels(row, "asks");
    if (bids.isEmpty() && asks.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode sides = JsonNodeFactory.instance.objectNode();
    bids.ifPresent(levels -> sides.set("bids", levels));
    asks.ifPresent(levels -> sides.set("asks", levels));
    return Optional.of(
        new Book(TickReader.levels("bids", sides), TickReader.levels("asks", sides)));
  }

  private Optional<JsonNode> levels(Function<String, Object> row, String member) {
    return text(row, member)
        .map(
            text -> {
              try {
                return JSON.readTree(text);
              } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(member, e);
              }
            });
  }
}
