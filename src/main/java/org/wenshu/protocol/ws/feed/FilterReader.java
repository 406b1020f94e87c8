package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.feed.Book;
import org.wenshu.feed.UpdateFilter;
import org.wenshu.protocol.ws.feed.FeedFault.Code;

/** Reads {@code filters} (contract, section 8). */
final class FilterReader {
  private static final Set<String> KNOWN =
      Set.of(
          "min_price",
          "max_price",
          "min_volume",
          "max_volume",
          "min_change_percent",
          "side",
          "levels",
          "period");

  private FilterReader() {}

  static UpdateFilter read(JsonNode filters) {
    UpdateFilter filter =
        new UpdateFilter(
            number(filters, "min_price"),
            number(filters, "max_price"),
            number(filters, "min_volume"),
            number(filters, "max_volume"),
            number(filters, "min_change_percent"),
            side(filters));
    requireOrder(filter.minPrice(), filter.maxPrice(), "min_price");
    requireOrder(filter.minVolume(), filter.maxVolume(), "min_volume");
    return filter;
  }

  /** Levels of a book, when they are asked for. */
  static Optional<Integer> levels(JsonNode filters) {
    Optional<BigDecimal> levels = number(filters, "levels");
    if (levels.filter(n -> n.signum() <= 0 || n.intValue() > Book.MOST_LEVELS).isPresent()) {
      throw invalid("levels");
    }
    return levels.map(BigDecimal::intValue);
  }

  /** Words about keys that mean nothing here. */
  static void warn(JsonNode filters, ArrayNode warnings) {
    filters
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KNOWN.contains(key)) {
                warnings.add("未知的过滤条件: " + key);
              }
            });
  }

  private static Optional<String> side(JsonNode filters) {
    JsonNode side = filters.path("side");
    if (side.isMissingNode() || side.isNull()) {
      return Optional.empty();
    }
    String text = side.asText().toLowerCase(Locale.ROOT);
    if (!Set.of("buy", "sell", "neutral").contains(text)) {
      throw invalid("side");
    }
    return Optional.of(text);
  }

  private static Optional<BigDecimal> number(JsonNode filters, String key) {
    JsonNode value = filters.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      if (value.isNumber() || value.isTextual()) {
        return Optional.of(new BigDecimal(value.asText().strip()));
      }
    } catch (NumberFormatException notOne) {
      throw invalid(key);
    }
    throw invalid(key);
  }

  private static void requireOrder(
      Optional<BigDecimal> least, Optional<BigDecimal> most, String key) {
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      throw invalid(key);
    }
  }

  private static RequestFault invalid(String key) {
    return new RequestFault(FeedFault.of(Code.INVALID_FILTER, "无效的过滤条件: " + key));
  }
}
