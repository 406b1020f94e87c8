package org.wenshu.launcher.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;

/**
 * Moments in the past, counted back from the moment of loading; never one that lies ahead of it.
 */
record DemoClock(LocalDateTime now) {
  private static final int OPENS_AT_HOUR = 7;
  private static final int OPEN_SECONDS = 16 * 3600;

  LocalDate today() {
    return now.toLocalDate();
  }

  /** A moment on the day that many days ago; of today, one that has passed already. */
  LocalDateTime daysAgo(int days, Random random) {
    double share = random.nextDouble();
    if (days == 0) {
      LocalDateTime midnight = now.toLocalDate().atStartOfDay();
      return midnight.plusSeconds((long) (share * Duration.between(midnight, now).toSeconds()));
    }
    return openingHours(today().minusDays(days), share);
  }

  /** A moment of the day given by date. */
  LocalDateTime on(LocalDate day, Random random) {
    return openingHours(day, random.nextDouble());
  }

  private static LocalDateTime openingHours(LocalDate day, double share) {
    return day.atTime(LocalTime.of(OPENS_AT_HOUR, 0)).plusSeconds((long) (share * OPEN_SECONDS));
  }
}
