package org.wenshu.protocol.rag.method;

import java.time.Duration;
import java.util.concurrent.Future;

/** The time of one call. Thread-safe. */
final class CallTimer {
  private final CallClock clock;
  private final CallTimes times;
  private final RagCall call;
  private final long startNanos = System.nanoTime();
  private Duration budget;
  private Future<?> end;
  private Future<?> progress;
  private boolean stopped;

  CallTimer(CallClock clock, CallTimes times, RagCall call) {
    this.clock = clock;
    this.times = times;
    this.call = call;
    this.budget = times.budget();
    this.end = clock.schedule(this::timeOut, remaining());
    this.progress = clock.schedule(this::tellProgress, times.firstProgress());
  }

  synchronized Duration budget() {
    return budget;
  }

  synchronized void budget(Duration whole) {
    if (!stopped) {
      end.cancel(false);
      budget = whole;
      end = clock.schedule(this::timeOut, remaining());
    }
  }

  synchronized Duration remaining() {
    Duration gone = Duration.ofNanos(System.nanoTime() - startNanos);
    Duration left = times.untilAnswer(budget).minus(gone);
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void stop() {
    stopped = true;
    end.cancel(false);
    progress.cancel(false);
  }

  private void timeOut() {
    call.timeOut();
  }

  private void tellProgress() {
    call.tellProgress();
    synchronized (this) {
      if (!stopped) {
        progress = clock.schedule(this::tellProgress, times.progressInterval());
      }
    }
  }
}
