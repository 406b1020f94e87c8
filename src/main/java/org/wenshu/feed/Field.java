package org.wenshu.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A number that a tick may carry. */
public enum Field {
  PRICE(false),
  VOLUME(true),
  LAST_VOLUME(true),
  AMOUNT(false),
  BID_PRICE(false),
  ASK_PRICE(false),
  BID_VOLUME(true),
  ASK_VOLUME(true),
  OPEN(false),
  HIGH(false),
  LOW(false),
  PREV_CLOSE(false),
  CHANGE(false),
  CHANGE_PERCENT(false),
  TURNOVER(false),
  OPEN_INTEREST(true);

  private final boolean whole;

  Field(boolean whole) {
    this.whole = whole;
  }

  /** Whether it is a whole number on the wire. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether it must be more than nothing. */
  public boolean isPrice() {
    return switch (this) {
      case PRICE, BID_PRICE, ASK_PRICE, OPEN, HIGH, LOW, PREV_CLOSE -> true;
      default -> false;
    };
  }

  /** Whether it must not be less than nothing. */
  public boolean isSize() {
    return whole || this == AMOUNT || this == TURNOVER;
  }

  /** The name on the wire, which is also the column's. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that name; {@code last_price} is the price too. */
  public static Optional<Field> find(String name) {
    String plain = name.equals("last_price") ? "price" : name;
    return Arrays.stream(values()).filter(field -> field.wireName().equals(plain)).findAny();
  }
}
