package org.wenshu.feed.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wenshu.feed.Book;
import org.wenshu.feed.Field;
import org.wenshu.feed.Level;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.Tick;

/** Reads ticks that are brought as JSON (contract of the feed, section 14.3). Thread-safe. */
final class TickReader {
  private static final String[] TEXTS = {"direction", "trade_id", "trade_type"};
  private static final int MAX_TEXT_CHARS = 64;
  private static final int MAX_SOURCE_CHARS = 32;

  private final Clock clock;
  private final ZoneId zone;

  TickReader(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Reads one item.
   *
   * @throws IllegalArgumentException naming the member that cannot be read
   */
  Tick read(JsonNode item, String source) {
    Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      Field.find(member.getKey())
          .filter(field -> !member.getValue().isNull())
          .ifPresent(field -> numbers.put(field, number(member.getKey(), member.getValue())));
    }
    Map<String, String> texts = new HashMap<>();
    for (String name : TEXTS) {
      if (item.path(name).isTextual()) {
        texts.put(name, shortText(name, item.path(name).asText(), MAX_TEXT_CHARS));
      }
    }
    String named = item.path("source").asText("");
    return new Tick(
        named.isBlank() ? source : shortText("source", named, MAX_SOURCE_CHARS),
        Symbols.normal(item.path("symbol").asText("")),
        time(item.path("timestamp")),
        item.path("seq").canConvertToLong()
            ? OptionalLong.of(item.path("seq").asLong())
            : OptionalLong.empty(),
        numbers,
        texts,
        book(item));
  }

  private static String shortText(String name, String text, int most) {
    if (text.length() > most) {
      throw new IllegalArgumentException(name);
    }
    return text;
  }

  static BigDecimal number(String name, JsonNode value) {
    try {
      if (value.isNumber() || value.isTextual()) {
        BigDecimal number = new BigDecimal(value.asText().strip());
        if (Math.abs(number.scale()) <= 18 && number.precision() <= 38) {
          return number;
        }
      }
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException(name, notOne);
    }
    throw new IllegalArgumentException(name);
  }

  private Instant time(JsonNode timestamp) {
    if (timestamp.isMissingNode() || timestamp.isNull()) {
      return clock.instant();
    }
    if (timestamp.isIntegralNumber()) {
      return Instant.ofEpochMilli(timestamp.asLong());
    }
    try {
      String text = timestamp.asText();
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException notOne) {
      throw new IllegalArgumentException("timestamp", notOne);
    }
  }

  private static Optional<Book> book(JsonNode item) {
    if (!item.path("bids").isArray() && !item.path("asks").isArray()) {
      return Optional.empty();
    }
    return Optional.of(new Book(levels("bids", item), levels("asks", item)));
  }

  /** The levels of one side, each {@code [price, size]}. */
  static List<Level> levels(String side, JsonNode item) {
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : item.path(side)) {
      if (levels.size() < Book.MOST_LEVELS) {
        levels.add(new Level(number(side, level.path(0)), number(side, level.path(1))));
      }
    }
    return levels;
  }
}
