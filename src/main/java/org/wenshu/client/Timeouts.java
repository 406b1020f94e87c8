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
 */
public record Timeouts(
    Duration connect, Duration answer, Duration close, Duration ping, Duration silence) {
  /** 5 s to connect, 60 s for an answer, 2 s to close, a ping every 20 s, dead after 50 s. */
  public static Timeouts defaults() {
    return new Timeouts(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(50));
  }

  /** All must be positive, and silence longer than the pace of pings. */
  public Timeouts {
    for (Duration each : new Duration[] {connect, answer, close, ping, silence}) {
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
    return new Timeouts(time, answer, close, ping, silence);
  }

  /** The same with another time for answers. */
  public Timeouts withAnswer(Duration time) {
    return new Timeouts(connect, time, close, ping, silence);
  }

  /** The same with another time to close. */
  public Timeouts withClose(Duration time) {
    return new Timeouts(connect, answer, time, ping, silence);
  }

  /** The same with another pace of pings and another bound on silence. */
  public Timeouts withKeepAlive(Duration pace, Duration bound) {
    return new Timeouts(connect, answer, close, pace, bound);
  }
}
