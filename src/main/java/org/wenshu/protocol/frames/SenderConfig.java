package org.wenshu.protocol.frames;

import java.time.Duration;

/**
 * Limits of sending, the same for all dialects.
 *
 * @param maxWaitingChars what may wait for a slow client before the next frame closes the
 *     connection ({@code wenshu.sender.max-waiting-chars})
 * @param stallTimeout how long one send may be stuck ({@code wenshu.sender.stall-timeout})
 * @param pingInterval between pings; two unanswered ones close the connection ({@code
 *     wenshu.sender.ping-interval})
 * @param maxThreads writers at once where sending blocks ({@code wenshu.sender.max-threads})
 */
public record SenderConfig(
    int maxWaitingChars, Duration stallTimeout, Duration pingInterval, int maxThreads) {
  /** 4 Mi characters, 10 s, 30 s, 256 threads. */
  public static SenderConfig defaults() {
    return new SenderConfig(4 << 20, Duration.ofSeconds(10), Duration.ofSeconds(30), 256);
  }
}
