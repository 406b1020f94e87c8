package org.wenshu.ask;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Wording;

/**
 * Admits questions: so many at once, so many more waiting for so long; the rest fail with {@link
 * org.wenshu.error.ErrorCode#SATURATED}, without a {@link AskEvent.Started}. Thread-safe.
 */
public final class AskDispatcher implements AutoCloseable {
  private static final Wording NO_RECORDS =
      new Wording(
          "审计记录暂不可用，无法回答问题，请稍后重试",
          "Questions cannot be recorded at the moment, please try again later");

  private final AskService service;
  private final AskConfig config;
  private final AskAudit audit;
  private final Workers<Admission> workers;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<Admission> admissions = ConcurrentHashMap.newKeySet();

  /** A dispatcher to that service, on threads from that factory; records every question. */
  public AskDispatcher(
      AskService service, AskConfig config, AskAudit audit, ThreadFactory threads) {
    this.service = service;
    this.config = config;
    this.audit = audit;
    this.workers = new Workers<>(config.parallel(), config.maxWaiting(), threads);
    this.clock = new ScheduledThreadPoolExecutor(1, threads);
    clock.setRemoveOnCancelPolicy(true);
  }

  /**
   * Has the question answered on another thread. Returns at once. The listener hears every event of
   * {@link AskService#ask} on one thread after the other, or a refusal, or nothing once cancelled.
   */
  public void submit(AskRequest request, AskListener listener, Cancellation cancellation) {
    AskRecorder recorder = audit.begin(request, listener);
    if (!audit.journal().accepts()) {
      recorder.on(new AskEvent.Failed(ErrorCode.AUDIT_UNAVAILABLE, NO_RECORDS, Optional.empty()));
      return;
    }
    Admission admission =
        new Admission(
            () -> service.ask(request, recorder, cancellation),
            recorder,
            cancellation,
            this::forget);
    admissions.add(admission);
    try {
      workers.execute(admission);
      if (admissions.size() > config.parallel()) {
        admission.refuseAfter(config.maxWait(), clock);
      }
    } catch (RejectedExecutionException full) {
      admission.refuse();
    }
  }

  private void forget(Admission admission) {
    admissions.remove(admission);
    workers.remove(admission);
  }

  /**
   * Refuses new questions and those that wait, lets those on their way end within the configured
   * time, and cancels the rest.
   */
  @Override
  public void close() {
    close(config.shutdownWait());
  }

  /** Closes like {@link #close()}, and waits no longer than that either. */
  public void close(Duration most) {
    workers.close().forEach(Admission::refuse);
    long wait = Math.min(most.toMillis(), config.shutdownWait().toMillis());
    workers.await(wait, () -> admissions.forEach(Admission::cancel));
    clock.shutdownNow();
  }
}
