package org.wenshu.ask;

import java.time.Duration;

/**
 * Limits of asking.
 *
 * @param parallel questions worked on at once on this server ({@code wenshu.ask.parallel})
 * @param maxWait how long a further question waits for its turn ({@code wenshu.ask.max-wait})
 * @param maxWaiting questions waiting at most ({@code wenshu.ask.max-waiting})
 * @param timeout for a whole question, model calls included ({@code wenshu.ask.timeout})
 * @param shutdownWait how long questions may go on when the server stops ({@code
 *     wenshu.ask.shutdown-wait})
 */
public record AskConfig(
    int parallel, Duration maxWait, int maxWaiting, Duration timeout, Duration shutdownWait) {
  /** 32 in parallel, 10 s of waiting, 1,000 waiting, 5 min in all, 20 s when stopping. */
  public static AskConfig defaults() {
    return new AskConfig(
        32, Duration.ofSeconds(10), 1000, Duration.ofMinutes(5), Duration.ofSeconds(20));
  }
}
