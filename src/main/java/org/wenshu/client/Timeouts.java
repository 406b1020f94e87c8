package org.wenshu.client;

import java.time.Duration;

/**
 * How long the client waits for what.
 *
 * @param connect for a connection, opening handshake included
 * @param answer for the next sign of a request: its answer, or the next piece of it
 * @param close for the other side to confirm the end of a socket; then it is cut
 * @param ping the pace of pings on an open socket
 * @param silence after this long without anything received, pongs included, a socket counts as dead
 * @param unread for so long a stream that nobody reads may hold up the other requests of its socket
 */
public record Timeouts(
    Duration connect,
    Duration answer,
    Duration close,
    Duration ping,
    Duration silence,
    Duration unread) {
  /**
   * 5 s to connect, 60 s for an answer, 2 s to close, a ping every 20 s, dead after 50 s, 20 s for
   * a stream that nobody reads.
   */
  public static Timeouts defaults() {
    return new Timeouts(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(50),
        Duration.ofSeconds(20));
  }

  /** All must be positive, and silence longer than the pace of pings. */
  public Timeouts {
    for (Duration each : new Duration[] {connect, answer, close, ping, silence, unread}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException("A timeout must be positive, not " + each);
      }
    }
    if (silence.compareTo(ping) <= 0) {
      throw new IllegalArgumentException("Silence must last longer than the pace of pings");
    }
  }

  /** The same with another time to connect. */
  public Timeouts withConnect(Duration time) {
    return new Timeouts(time, answer, close, ping, silence, unread);
  }

  /** The same with another time for answers. */
  public Timeouts withAnswer(Duration time) {
    return new Timeouts(connect, time, close, ping, silence, unread);
  }

  /** The same with another time to close. */
  public Timeouts withClose(Duration time) {
    return new Timeouts(connect, answer, time, ping, silence, unread);
  }

  /** The same with another pace of pings and another bound on silence. */
  public Timeouts withKeepAlive(Duration pace, Duration bound) {
    return new Timeouts(connect, answer, close, pace, bound, unread);
  }

  /** The same with another patience with streams that nobody reads. */
  public Timeouts withUnread(Duration time) {
    return new Timeouts(connect, answer, close, ping, silence, time);
  }
}
