package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One bar as far as it has grown. Guarded by the lock of its symbol. */
final class Bar {
  private final Period period;
  private final Instant start;
  private final BigDecimal open;
  private BigDecimal high;
  private BigDecimal low;
  private BigDecimal close;
  private BigDecimal volume = BigDecimal.ZERO;
  private BigDecimal amount = BigDecimal.ZERO;
  private Optional<BigDecimal> openInterest = Optional.empty();

  Bar(Period period, Instant start, BigDecimal price) {
    this.period = period;
    this.start = start;
    this.open = price;
    this.high = price;
    this.low = price;
    this.close = price;
  }

  Instant start() {
    return start;
  }

  BigDecimal close() {
    return close;
  }

  BigDecimal volume() {
    return volume;
  }

  void add(BigDecimal price, BigDecimal traded, Optional<BigDecimal> interest) {
    high = high.max(price);
    low = low.min(price);
    close = price;
    volume = volume.add(traded);
    amount = amount.add(price.multiply(traded));
    openInterest = interest.or(() -> openInterest);
  }

  Map<String, Object> members(boolean closed) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("period", period.wireName());
    members.put("frequency", period.wireName());
    members.put("open", open);
    members.put("high", high);
    members.put("low", low);
    members.put("close", close);
    members.put("price", close);
    members.put("volume", Numbers.whole(volume));
    members.put("amount", Numbers.money(amount));
    openInterest.ifPresent(interest -> members.put("open_interest", Numbers.whole(interest)));
    members.put("closed", closed);
    return members;
  }
}
