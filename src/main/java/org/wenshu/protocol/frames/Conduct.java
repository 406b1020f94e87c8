package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;

/**
 * What a dialect wants of its sender beyond the limits that all share.
 *
 * @param leaving the code of a close that is not the client's doing: the server stops, or the
 *     client has fallen silent
 * @param maxWaitingChars what may wait for a slow client; less than the shared limit changes
 *     nothing
 * @param patience how long a client may neither read nor answer pings; less than the shared limits
 *     changes nothing
 * @param idleTimeout closes a client of which nothing was heard for so long, in place of one that
 *     leaves pings unanswered; zero for that
 * @param tooSlow told to a client that is closed because it does not read
 */
public record Conduct(
    CloseCode leaving,
    int maxWaitingChars,
    Duration patience,
    Duration idleTimeout,
    String tooSlow) {
  private static final String DOES_NOT_READ = "The client does not read";

  /** Silence is judged by pings. */
  public Conduct(CloseCode leaving, int maxWaitingChars, Duration patience) {
    this(leaving, maxWaitingChars, patience, Duration.ZERO, DOES_NOT_READ);
  }

  /** The shared patience. */
  public Conduct(CloseCode leaving, int maxWaitingChars) {
    this(leaving, maxWaitingChars, Duration.ZERO);
  }

  /** 1001, and the shared limit. */
  public static Conduct standard() {
    return new Conduct(CloseCodes.GOING_AWAY, 0);
  }
}
