package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a source tells of one symbol (section 14.1). Immutable.
 *
 * @param source names who told it
 * @param symbol upper case
 * @param time when it happened
 * @param seq the source's own number, growing with time
 * @param numbers what it tells
 * @param texts {@code direction}, {@code trade_id}, {@code trade_type}, and {@code source} where
 *     subscribers are to hear of another than that of precedence
 * @param book the order book, when it tells of one
 */
public record Tick(
    String source,
    String symbol,
    Instant time,
    OptionalLong seq,
    Map<Field, BigDecimal> numbers,
    Map<String, String> texts,
    Optional<Book> book) {
  /** Copies the maps. */
  public Tick {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
  }

  /** Whether it tells that number. */
  public boolean has(Field field) {
    return numbers.containsKey(field);
  }
}
