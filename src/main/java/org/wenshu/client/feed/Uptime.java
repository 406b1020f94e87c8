package org.wenshu.client.feed;

import java.time.Duration;
import java.util.Locale;

/** Writes how long a connection has been up, as the documented client does. */
final class Uptime {
  private static final long NANOS_OF_MICRO = 1_000;

  private Uptime() {}

  /** {@code 0:01:02.000345}, {@code 1 day, 3:00:00}; the fraction is left out when it is zero. */
  static String text(Duration time) {
    StringBuilder text = new StringBuilder();
    long days = time.toDays();
    if (days > 0) {
      text.append(days).append(days == 1 ? " day, " : " days, ");
    }
    int minutes = time.toMinutesPart();
    text.append(
        String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHoursPart(), minutes, time.toSecondsPart()));
    long micros = time.toNanosPart() / NANOS_OF_MICRO;
    if (micros > 0) {
      text.append(String.format(Locale.ROOT, ".%06d", micros));
    }
    return text.toString();
  }
}
