package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Why a tick is not taken in (section 14.1): a code of the contract, and words. */
public record TickRefusal(String code, String message) {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  static Optional<TickRefusal> of(Tick tick, Instant now) {
    if (!Symbols.isValid(tick.symbol())) {
      return Optional.of(new TickRefusal("INVALID_SYMBOL", "无效的股票代码: " + tick.symbol()));
    }
    if (tick.time().isAfter(now.plus(AHEAD))) {
      return Optional.of(field("timestamp"));
    }
    if (tick.numbers().isEmpty() && tick.book().isEmpty()) {
      return Optional.of(new TickRefusal("MISSING_FIELD", "消息格式错误: price"));
    }
    return tick.numbers().entrySet().stream()
        .filter(TickRefusal::isImpossible)
        .findFirst()
        .map(entry -> field(entry.getKey().wireName()))
        .or(() -> crossed(tick))
        .or(() -> tick.book().filter(TickRefusal::isImpossible).map(book -> field("bids")));
  }

  static TickRefusal otherSource(String symbol) {
    return new TickRefusal("OTHER_SOURCE", "该代码由其他数据源提供: " + symbol);
  }

  private static boolean isImpossible(Map.Entry<Field, BigDecimal> entry) {
    int sign = entry.getValue().signum();
    return (entry.getKey().isPrice() && sign <= 0) || (entry.getKey().isSize() && sign < 0);
  }

  private static boolean isImpossible(Book book) {
    boolean crossed =
        !book.bids().isEmpty()
            && !book.asks().isEmpty()
            && book.bids().get(0).price().compareTo(book.asks().get(0).price()) > 0;
    return crossed
        || book.bids().stream().anyMatch(TickRefusal::isImpossible)
        || book.asks().stream().anyMatch(TickRefusal::isImpossible);
  }

  private static boolean isImpossible(Level level) {
    return level.price().signum() <= 0 || level.size().signum() < 0;
  }

  private static Optional<TickRefusal> crossed(Tick tick) {
    BigDecimal bid = tick.numbers().get(Field.BID_PRICE);
    BigDecimal ask = tick.numbers().get(Field.ASK_PRICE);
    return bid != null && ask != null && bid.compareTo(ask) > 0
        ? Optional.of(field("bid_price"))
        : Optional.empty();
  }

  /** A member holds what it must not. */
  public static TickRefusal field(String name) {
    return new TickRefusal("INVALID_FIELD", "消息格式错误: " + name);
  }
}
