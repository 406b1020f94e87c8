package org.wenshu.protocol.frames;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * How much of what was sent the client may still have to read. It says so by itself: a ping that
 * follows so many characters is answered, by every client of RFC 6455 (5.5.2), after they were
 * read. Counts characters; thread-safe.
 */
final class SendWindow {
  private static final int WINDOW = 512 * 1024;
  private static final int STEP = 64 * 1024;

  /** A long text needs its time, but nobody is waited for without an end. */
  private static final long LONGEST_STEPS = 6;

  private final LongSupplier clock;
  private long sent;
  private long pinged;
  private long confirmed;
  private long progressNanos;

  SendWindow() {
    this(System::nanoTime);
  }

  /** A window by that clock, in nanoseconds. */
  SendWindow(LongSupplier clock) {
    this.clock = clock;
  }

  /** Notes that so much is sent; true when a ping should follow. */
  synchronized boolean sent(int chars) {
    boolean hadRoom = hasRoom();
    sent += chars;
    if (hadRoom && !hasRoom()) {
      progressNanos = clock.getAsLong();
    }
    return sent - pinged >= STEP;
  }

  /** Whether sending some more than that will ask for a ping. */
  synchronized boolean isPingNear(int more) {
    return sent - pinged + more > STEP;
  }

  /** What a ping carries that is sent now. */
  synchronized ByteBuffer ping() {
    pinged = sent;
    return ByteBuffer.allocate(Long.BYTES).putLong(0, sent);
  }

  /**
   * Notes the answer to a ping; true when that has made room where there was none. An answer that
   * does not repeat what the ping carried, as it should, stands for one step.
   */
  synchronized boolean pong(ByteBuffer carried) {
    long upTo =
        carried.remaining() == Long.BYTES
            ? carried.getLong(carried.position())
            : Math.min(pinged, confirmed + STEP);
    if (upTo <= confirmed || upTo > pinged) {
      return false;
    }
    boolean full = !hasRoom();
    confirmed = upTo;
    progressNanos = clock.getAsLong();
    return full && hasRoom();
  }

  synchronized boolean hasRoom() {
    return sent - confirmed < WINDOW;
  }

  /** For how long there has been no room and no progress, as if for each 64 Ki characters. */
  synchronized long blockedNanos() {
    if (hasRoom()) {
      return 0;
    }
    long steps = Math.min(LONGEST_STEPS, (sent - confirmed - WINDOW) / STEP + 1);
    return (clock.getAsLong() - progressNanos) / steps;
  }
}
