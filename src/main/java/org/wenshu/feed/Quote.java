package org.wenshu.feed;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of one symbol, merged from its ticks. Guarded by the lock of its symbol. */
final class Quote {
  private static final Field[] SHOWN = {
    Field.CHANGE,
    Field.CHANGE_PERCENT,
    Field.VOLUME,
    Field.AMOUNT,
    Field.BID_PRICE,
    Field.ASK_PRICE,
    Field.BID_VOLUME,
    Field.ASK_VOLUME,
    Field.OPEN,
    Field.HIGH,
    Field.LOW,
    Field.PREV_CLOSE
  };

  private final Map<Field, BigDecimal> known = new EnumMap<>(Field.class);

  /** Takes in what the tick tells; true when it changes the best prices or anything shown. */
  boolean merge(Tick tick) {
    boolean changed = false;
    for (Map.Entry<Field, BigDecimal> told : tick.numbers().entrySet()) {
      BigDecimal before = known.put(told.getKey(), told.getValue());
      changed |= before == null || told.getValue().compareTo(before) != 0;
    }
    if (!tick.has(Field.VOLUME) && tick.has(Field.LAST_VOLUME)) {
      BigDecimal traded = tick.numbers().get(Field.LAST_VOLUME);
      known.merge(Field.VOLUME, traded, BigDecimal::add);
    }
    tick.book().ifPresent(this::best);
    if (!tick.has(Field.CHANGE)) {
      deriveChange();
    }
    return changed;
  }

  private void best(Book book) {
    if (!book.bids().isEmpty()) {
      known.put(Field.BID_PRICE, book.bids().get(0).price());
      known.put(Field.BID_VOLUME, book.bids().get(0).size());
    }
    if (!book.asks().isEmpty()) {
      known.put(Field.ASK_PRICE, book.asks().get(0).price());
      known.put(Field.ASK_VOLUME, book.asks().get(0).size());
    }
  }

  private void deriveChange() {
    BigDecimal price = known.get(Field.PRICE);
    BigDecimal previous = known.get(Field.PREV_CLOSE);
    if (price != null && previous != null) {
      BigDecimal change = price.subtract(previous);
      known.put(Field.CHANGE, change);
      known.put(Field.CHANGE_PERCENT, Numbers.percent(change, previous));
    }
  }

  Optional<BigDecimal> get(Field field) {
    return Optional.ofNullable(known.get(field));
  }

  /** The best prices, to see whether a book changes them. */
  Map<Field, BigDecimal> bestPrices() {
    Map<Field, BigDecimal> best = new EnumMap<>(Field.class);
    get(Field.BID_PRICE).ifPresent(price -> best.put(Field.BID_PRICE, price));
    get(Field.ASK_PRICE).ifPresent(price -> best.put(Field.ASK_PRICE, price));
    return best;
  }

  /** Puts those numbers that are known. */
  void put(Map<String, Object> members, Field... fields) {
    for (Field field : fields) {
      BigDecimal value = known.get(field);
      if (value != null) {
        members.put(field.wireName(), shown(field, value));
      }
    }
  }

  /** The payload of a quote. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    get(Field.PRICE).ifPresent(price -> members.put("last_price", price));
    put(members, Field.PRICE);
    put(members, SHOWN);
    get(Field.PRICE).ifPresent(price -> members.put("close", price));
    return members;
  }

  static BigDecimal shown(Field field, BigDecimal value) {
    if (field.isWhole()) {
      return Numbers.whole(value);
    }
    return field == Field.AMOUNT || field == Field.TURNOVER ? Numbers.money(value) : value;
  }
}
