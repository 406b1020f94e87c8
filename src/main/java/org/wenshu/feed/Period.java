package org.wenshu.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** How long a bar lasts. Bars begin at full multiples of it in the time zone of the session. */
public enum Period {
  MINUTE("1m", 1),
  FIVE_MINUTES("5m", 5),
  QUARTER("15m", 15),
  HALF_HOUR("30m", 30),
  HOUR("1h", 60),
  FOUR_HOURS("4h", 240),
  DAY("1d", 1_440),
  WEEK("1w", 0),
  MONTH("1M", 0);

  private final String wireName;
  private final int minutes;

  Period(String wireName, int minutes) {
    this.wireName = wireName;
    this.minutes = minutes;
  }

  /** The name on the wire; letter case tells minute and month apart. */
  public String wireName() {
    return wireName;
  }

  /** The period of that name. */
  public static Optional<Period> find(String name) {
    return Arrays.stream(values()).filter(period -> period.wireName.equals(name)).findAny();
  }

  /** The start of the bar that holds the moment. */
  public Instant startOf(Instant moment, ZoneId zone) {
    ZonedDateTime day = moment.atZone(zone).truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toInstant();
      case MONTH -> day.withDayOfMonth(1).toInstant();
      case DAY -> day.toInstant();
      default -> {
        long length = minutes * 60L;
        long since = ChronoUnit.SECONDS.between(day.toInstant(), moment);
        yield day.toInstant().plusSeconds(since / length * length);
      }
    };
  }
}
