package org.wenshu.ask;

import java.time.Duration;

/**
 * Limits of asking.
 *
 * @param parallel questions worked on at once on this server ({@code wenshu.ask.parallel})
 * @param maxWait how long a further question waits for its turn ({@code wenshu.ask.max-wait})
 * @param maxWaiting questions waiting at most ({@code wenshu.ask.max-waiting})
 * @param timeout for a whole question, model calls included ({@code wenshu.ask.timeout})
 */
public record AskConfig(int parallel, Duration maxWait, int maxWaiting, Duration timeout) {
  /** 32 in parallel, 10 s of waiting, 1,000 waiting, 5 min in all. */
  public static AskConfig defaults() {
    return new AskConfig(32, Duration.ofSeconds(10), 1000, Duration.ofMinutes(5));
  }
}
