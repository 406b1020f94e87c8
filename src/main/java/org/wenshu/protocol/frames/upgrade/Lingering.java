package org.wenshu.protocol.frames.upgrade;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Connections that the WebSocket layer is done with, but the client may not be: until it has
 * answered the close frame (RFC 6455, 5.5.1 and 7.1.1) it may still be sending, and what arrives at
 * a closed connection makes the client's system throw away what it has not read, the close frame
 * with it. Tyrus closes at once, so the connection is kept for it. Bounded in number and time;
 * thread-safe.
 */
public final class Lingering {
  private static final int MOST = 1_000;
  private static final long SILENCE_NANOS = 5_000_000_000L;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final Lingering ALL = new Lingering(System::nanoTime);

  private final LongSupplier clock;
  private final Set<Stay> stays = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  /** By that clock, in nanoseconds. */
  Lingering(LongSupplier clock) {
    this.clock = clock;
  }

  static Lingering all() {
    return ALL;
  }

  /** Ends those whose clients have been silent for five seconds, or take more than a minute. */
  public static void endOverdue() {
    ALL.overdue().forEach(Stay::end);
  }

  /** Ends all, and at once all that come, because nobody looks after them any more. May block. */
  public static void endAll() {
    ALL.end();
  }

  /** How many there are. */
  public static int size() {
    return ALL.stays.size();
  }

  void end() {
    over = true;
    List.copyOf(stays).forEach(Stay::end);
  }

  List<Stay> overdue() {
    long now = clock.getAsLong();
    return stays.stream().filter(stay -> stay.isOverdue(now)).toList();
  }

  /**
   * Has a connection stay until {@link Stay#end}, which comes at once when too many stay, or when
   * nobody looks after them.
   *
   * @param close ends it; runs once
   */
  Stay stay(Runnable close) {
    Stay stay = new Stay(close);
    stays.add(stay);
    if (over || stays.size() > MOST) {
      stay.end();
    }
    return stay;
  }

  /** A connection that stays. Thread-safe. */
  final class Stay {
    private final Runnable close;
    private final long beganNanos = clock.getAsLong();
    private volatile long heardNanos = beganNanos;

    private Stay(Runnable close) {
      this.close = close;
    }

    /** The client has sent something. */
    void heard() {
      heardNanos = clock.getAsLong();
    }

    /** It need not stay any longer. */
    void end() {
      if (stays.remove(this)) {
        close.run();
      }
    }

    private boolean isOverdue(long now) {
      return now - heardNanos > SILENCE_NANOS || now - beganNanos > LONGEST_NANOS;
    }
  }
}
