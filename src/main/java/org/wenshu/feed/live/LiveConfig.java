package org.wenshu.feed.live;

import java.time.Duration;

/**
 * Limits of live questions ({@code wenshu.feed.live.*}).
 *
 * @param interval from one run to the next
 * @param maxQuestions different ones that run at the same time
 * @param maxPerConnection that one client may have open
 * @param parallel runs at the same time
 * @param timeout of one run
 */
public record LiveConfig(
    Duration interval, int maxQuestions, int maxPerConnection, int parallel, Duration timeout) {
  /** Every second; 200; 20; 4; 10 s. */
  public static LiveConfig defaults() {
    return new LiveConfig(Duration.ofSeconds(1), 200, 20, 4, Duration.ofSeconds(10));
  }
}
