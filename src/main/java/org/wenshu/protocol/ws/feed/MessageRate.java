package org.wenshu.protocol.ws.feed;

/**
 * How many messages a client may send: so many a second, and bursts (contract, section 10). Not
 * thread-safe: messages of one connection come one after the other.
 */
final class MessageRate {
  private static final int MOST_BAD_SECONDS = 3;
  private static final long SECOND = 1_000_000_000L;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long lastNanos;
  private long badSecond = -1;
  private int badSeconds;

  MessageRate(int perSecond, int burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.lastNanos = nowNanos;
  }

  /** What is to become of a message. */
  enum Verdict {
    PASS,
    DISCARD,
    /** The client has gone on for too long. */
    CLOSE
  }

  Verdict judge(long nowNanos) {
    tokens = Math.min(burst, tokens + perSecond * (nowNanos - lastNanos) / SECOND);
    lastNanos = nowNanos;
    if (tokens >= 1) {
      tokens--;
      return Verdict.PASS;
    }
    long second = nowNanos / SECOND;
    if (second != badSecond) {
      badSeconds = second == badSecond + 1 ? badSeconds + 1 : 1;
      badSecond = second;
    }
    return badSeconds > MOST_BAD_SECONDS ? Verdict.CLOSE : Verdict.DISCARD;
  }

  /** After how many seconds the next message will pass. */
  double retryAfter() {
    return Math.ceil((1 - tokens) / perSecond * 1000) / 1000;
  }
}
