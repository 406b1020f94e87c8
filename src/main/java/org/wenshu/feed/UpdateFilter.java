package org.wenshu.feed;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which updates a subscriber wants (section 8); bounds are inclusive.
 *
 * @param minChangePercent compared with the change without its sign
 * @param side of trades only: {@code buy}, {@code sell} or {@code neutral}
 */
public record UpdateFilter(
    Optional<BigDecimal> minPrice,
    Optional<BigDecimal> maxPrice,
    Optional<BigDecimal> minVolume,
    Optional<BigDecimal> maxVolume,
    Optional<BigDecimal> minChangePercent,
    Optional<String> side) {
  /** Lets everything pass. */
  public static final UpdateFilter NONE =
      new UpdateFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Whether the update is wanted; what is not known meets no bound. */
  public boolean admits(Update update) {
    Update.Traits traits = update.traits();
    return within(traits.price(), minPrice, maxPrice)
        && within(traits.volume(), minVolume, maxVolume)
        && within(traits.changePercent().map(BigDecimal::abs), minChangePercent, Optional.empty())
        && (side.isEmpty()
            || update.topic().channel() != Channel.TRADE
            || side.equals(traits.side()));
  }

  private static boolean within(
      Optional<BigDecimal> value, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    return (least.isEmpty() || value.filter(v -> v.compareTo(least.get()) >= 0).isPresent())
        && (most.isEmpty() || value.filter(v -> v.compareTo(most.get()) <= 0).isPresent());
  }
}
