package org.wenshu.protocol.frames;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.wenshu.question.BusyThread;

/**
 * The writing of one connection as long as a {@link BusyThread} has put it off. Whoever takes it
 * does it; only one can. Thread-safe.
 */
final class PutOff {
  private static final long LONGEST_NANOS = 50_000_000L;
  private static final long NOTHING = 0;

  private final Runnable writing;
  private final AtomicLong sinceNanos = new AtomicLong(NOTHING);
  private final LongSupplier clock;
  private volatile Thread owner;

  PutOff(Runnable writing) {
    this(writing, System::nanoTime);
  }

  /** By that clock, in nanoseconds. */
  PutOff(Runnable writing, LongSupplier clock) {
    this.writing = writing;
    this.clock = clock;
  }

  /** Has the calling thread write before it waits; false when it is no busy one. */
  boolean begin() {
    if (!BusyThread.isBusy()) {
      return false;
    }
    owner = Thread.currentThread();
    sinceNanos.set(clock.getAsLong() | 1);
    return BusyThread.later(this::end);
  }

  boolean isPending() {
    return sinceNanos.get() != NOTHING;
  }

  /**
   * Has the calling thread, which has sent something more, write before it waits unless another has
   * done so; true when it is no busy one, and has taken the writing.
   */
  boolean joinOrTake() {
    return owner != Thread.currentThread()
        && isPending()
        && !BusyThread.later(this::end)
        && sinceNanos.getAndSet(NOTHING) != NOTHING;
  }

  /** Writes now, on the calling thread, unless somebody else has taken it. */
  void end() {
    if (sinceNanos.getAndSet(NOTHING) != NOTHING) {
      writing.run();
    }
  }

  /**
   * Takes the writing from a thread that waits without having said so; true when the caller has it.
   */
  boolean takeOverdue() {
    long since = sinceNanos.get();
    return since != NOTHING
        && clock.getAsLong() - since > LONGEST_NANOS
        && sinceNanos.compareAndSet(since, NOTHING);
  }
}
