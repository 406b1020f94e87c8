package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The bars of one symbol, one growing for each period. Guarded by the lock of its symbol. */
final class Bars {
  private final ZoneId zone;
  private final Map<Period, Bar> growing = new EnumMap<>(Period.class);

  Bars(ZoneId zone) {
    this.zone = zone;
  }

  /** Hears of bars that changed. */
  interface Teller {
    void tell(Period period, Bar bar, boolean closed);
  }

  /** Takes in a price; what is older than the growing bar belongs to none any more. */
  void add(
      Instant time,
      BigDecimal price,
      BigDecimal traded,
      Optional<BigDecimal> interest,
      Teller teller) {
    for (Period period : Period.values()) {
      Instant start = period.startOf(time, zone);
      Bar bar = growing.get(period);
      if (bar != null && start.isBefore(bar.start())) {
        continue;
      }
      if (bar == null || start.isAfter(bar.start())) {
        close(period, teller);
        bar = new Bar(period, start, price);
        growing.put(period, bar);
      }
      bar.add(price, traded, interest);
      teller.tell(period, bar, false);
    }
  }

  /** Closes the bars whose time is over. */
  void closeBefore(Instant now, Teller teller) {
    for (Period period : Period.values()) {
      Bar bar = growing.get(period);
      if (bar != null && period.startOf(now, zone).isAfter(bar.start())) {
        close(period, teller);
      }
    }
  }

  private void close(Period period, Teller teller) {
    Bar over = growing.remove(period);
    if (over != null) {
      teller.tell(period, over, true);
    }
  }
}
