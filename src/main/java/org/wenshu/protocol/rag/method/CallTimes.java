package org.wenshu.protocol.rag.method;

import java.time.Duration;

/**
 * How long calls may take, and when progress is told (contract, sections 3 and 5.1).
 *
 * @param budget of a call that does not name another
 * @param margin by which an answer comes before the end of the budget
 * @param firstProgress after which progress is told for the first time
 * @param progressInterval between two of them
 */
public record CallTimes(
    Duration budget, Duration margin, Duration firstProgress, Duration progressInterval) {
  /** A tenth of a short budget is margin enough. */
  private static final int SHORT_MARGIN = 10;

  /** 30 s less one; progress after 10 s and every 5 s. */
  public static CallTimes defaults() {
    return new CallTimes(
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5));
  }

  /** After which a call with that budget is answered, whatever has come of it. */
  Duration untilAnswer(Duration whole) {
    Duration tenth = whole.dividedBy(SHORT_MARGIN);
    return whole.minus(tenth.compareTo(margin) < 0 ? tenth : margin);
  }
}
