package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How much of the processors' time the host of this machine has taken for others (Linux). */
final class StolenTime {
  private static final int STOLEN = 7;
  private static final int LAST = 8;

  private final long[] before;

  private StolenTime(long[] before) {
    this.before = before;
  }

  /** Measures from now on. */
  static StolenTime begin() throws IOException {
    return new StolenTime(ticks());
  }

  /** In percent of all time since the beginning, idle time included. */
  double percent() throws IOException {
    long[] now = ticks();
    long all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
    return 100.0 * (now[STOLEN] - before[STOLEN]) / all;
  }

  private static long[] ticks() throws IOException {
    String first = Files.readAllLines(Path.of("/proc/stat")).get(0);
    return Arrays.stream(first.split("\\s+", -1))
        .skip(1)
        .limit(LAST)
        .mapToLong(Long::parseLong)
        .toArray();
  }
}
