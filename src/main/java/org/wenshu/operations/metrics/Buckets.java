package org.wenshu.operations.metrics;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Upper bounds of histograms. */
public final class Buckets {
  /** For whole questions and requests: 5 ms to 60 s, with 5 s, on which alerts are built. */
  public static final List<Duration> ANSWERS =
      millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000);

  /** For steps of a question: 0.1 ms to 10 s. */
  public static final List<Duration> STEPS =
      LongStream.of(100, 500, 1_000, 5_000, 20_000, 100_000, 500_000, 2_000_000, 10_000_000)
          .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
          .toList();

  private Buckets() {}

  private static List<Duration> millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toList();
  }
}
