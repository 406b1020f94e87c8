package org.wenshu.generation;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.ErrorType;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/**
 * Spares questions the wait for a model known to be down. After a number of failures in a row calls
 * are refused at once for a pause; then one call at a time probes whether the model is back, and
 * its success lets all others through again. Only failures of type MODEL count; a cancelled call
 * says nothing, and neither does a model that an impatient question gave but a few seconds: one
 * asker must not take the model from all others. Thread-safe.
 */
public final class CircuitBreaker {
  private static final Wording PAUSED =
      new Wording("语言模型暂不可用", "The language model is unavailable for the moment");

  /** A model that was given less time than this has not failed yet. */
  private static final Duration FAIR_TIME = Duration.ofSeconds(10);

  private final int failuresToOpen;
  private final long pauseNanos;
  private final LongSupplier nanoClock;
  private int failuresInARow;
  private long openedAt;
  private boolean probing;

  /** Opens after that many failures in a row, for that long. */
  public CircuitBreaker(int failuresToOpen, Duration pause) {
    this(failuresToOpen, pause, System::nanoTime);
  }

  CircuitBreaker(int failuresToOpen, Duration pause, LongSupplier nanoClock) {
    this.failuresToOpen = failuresToOpen;
    this.pauseNanos = pause.toNanos();
    this.nanoClock = nanoClock;
  }

  /** Whether calls are made. */
  public enum State {
    /** All calls are made. */
    CLOSED,
    /** No call is made. */
    OPEN,
    /** The pause is over, and one call at a time is made. */
    HALF_OPEN
  }

  /** Whether calls are made now. Never waits. */
  public synchronized State state() {
    if (failuresInARow < failuresToOpen) {
      return State.CLOSED;
    }
    return nanoClock.getAsLong() - openedAt < pauseNanos ? State.OPEN : State.HALF_OPEN;
  }

  /**
   * Makes the call unless the model is known to be down.
   *
   * @throws WenshuException with MODEL_UNAVAILABLE when the call is not made; what it throws itself
   *     passes through
   */
  <T> T call(Supplier<T> work) {
    if (!permits()) {
      throw new WenshuException(ErrorCode.MODEL_UNAVAILABLE, PAUSED);
    }
    long started = nanoClock.getAsLong();
    try {
      T result = work.get();
      succeeded();
      return result;
    } catch (WenshuException e) {
      if (e.code().type() == ErrorType.MODEL && !isHurried(e, started)) {
        failed();
      }
      throw e;
    } finally {
      endProbe();
    }
  }

  private boolean isHurried(WenshuException e, long started) {
    return e.code() == ErrorCode.MODEL_TIMED_OUT
        && nanoClock.getAsLong() - started < FAIR_TIME.toNanos();
  }

  private synchronized boolean permits() {
    if (failuresInARow < failuresToOpen) {
      return true;
    }
    if (probing || nanoClock.getAsLong() - openedAt < pauseNanos) {
      return false;
    }
    probing = true;
    return true;
  }

  private synchronized void succeeded() {
    failuresInARow = 0;
  }

  private synchronized void failed() {
    failuresInARow++;
    openedAt = nanoClock.getAsLong();
  }

  private synchronized void endProbe() {
    probing = false;
  }
}
