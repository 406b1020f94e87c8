package org.wenshu.ask;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Wording;

/** One question between its arrival and its end. Exactly one of running and refusal happens. */
final class Admission implements Runnable {
  private static final Wording BUSY =
      new Wording("服务器繁忙，请稍后重试", "The server is busy, please try again later");

  private final Runnable answering;
  private final AskRecorder listener;
  private final Cancellation cancellation;
  private final Consumer<Admission> whenOver;
  private final AtomicBoolean decided = new AtomicBoolean();
  private final Cancellation.Registration whileWaiting;
  private volatile Future<?> refusal;

  Admission(
      Runnable answering,
      AskRecorder listener,
      Cancellation cancellation,
      Consumer<Admission> whenOver) {
    this.answering = answering;
    this.listener = listener;
    this.cancellation = cancellation;
    this.whenOver = whenOver;
    this.whileWaiting = cancellation.onCancel(this::withdraw);
  }

  @Override
  public void run() {
    if (decide()) {
      whileWaiting.close();
      try {
        BusyThread.during(answering);
      } finally {
        end();
      }
    }
  }

  /** Answers that the server is busy, unless the question has been decided on. */
  void refuse() {
    if (decide()) {
      try {
        listener.on(new AskEvent.Failed(ErrorCode.SATURATED, BUSY, Optional.empty()));
      } finally {
        end();
      }
    }
  }

  void refuseAfter(Duration wait, ScheduledExecutorService clock) {
    refusal = clock.schedule(this::refuse, wait.toMillis(), TimeUnit.MILLISECONDS);
    if (decided.get()) {
      refusal.cancel(false);
    }
  }

  void cancel() {
    cancellation.cancel();
  }

  private void withdraw() {
    if (decide()) {
      end();
    }
  }

  private void end() {
    whenOver.accept(this);
    listener.close();
  }

  private boolean decide() {
    if (!decided.compareAndSet(false, true)) {
      return false;
    }
    Future<?> planned = refusal;
    if (planned != null) {
      planned.cancel(false);
    }
    return true;
  }
}
