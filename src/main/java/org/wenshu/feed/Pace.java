package org.wenshu.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How often a subscriber wants to hear (section 7.1). Windows are aligned to the wall clock. */
public enum Pace {
  REALTIME("realtime", 0),
  SECOND("1s", 1),
  FIVE_SECONDS("5s", 5),
  MINUTE("1m", 60);

  private final String wireName;
  private final int seconds;

  Pace(String wireName, int seconds) {
    this.wireName = wireName;
    this.seconds = seconds;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }

  /** Whether a window of this pace ends with that second of the epoch. */
  public boolean endsAt(long epochSecond) {
    return seconds > 0 && epochSecond % seconds == 0;
  }

  /** The pace of that name. */
  public static Optional<Pace> find(String name) {
    return Arrays.stream(values()).filter(pace -> pace.wireName.equalsIgnoreCase(name)).findAny();
  }

  /** All names on the wire. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Pace::wireName).toList();
  }
}
