package org.wenshu.protocol.gateway.service;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/**
 * Has calls answered by their services on threads of their own, and ends those that are silent for
 * too long. Thread-safe.
 */
public final class ServiceCalls implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ServiceCalls.class.getName());
  private static final Wording INTERNAL =
      new Wording("服务器内部错误", "An internal error occurred on the server");
  private static final ServiceError TIMEOUT =
      ServiceError.of(ErrorKind.GATEWAY, "Timeout", "Timeout");
  private static final ServiceError SATURATED =
      ServiceError.of(
          ErrorKind.GATEWAY, "服务器繁忙，请稍后重试", "The server is busy, please try again later");

  private final ServiceDirectory services;
  private final ServiceWatch watch;
  private final Duration budget;
  private final ExecutorService workers;
  private final ScheduledExecutorService clock;

  /**
   * Calls of these services.
   *
   * @param budget how long a call may say nothing
   */
  public ServiceCalls(
      ServiceDirectory services,
      ServiceWatch watch,
      Duration budget,
      ExecutorService workers,
      ScheduledExecutorService clock) {
    this.services = services;
    this.watch = watch;
    this.budget = budget;
    this.workers = workers;
    this.clock = clock;
  }

  /** What can be asked. */
  public ServiceDirectory services() {
    return services;
  }

  /** Has the call answered on another thread. Returns at once. */
  public void start(ServiceCall call) {
    String label = services.label(call.request().kind());
    ServiceWatch.Watched watched = watch.begin(label, call);
    Future<?> end = schedule(call, budget);
    call.whenEnded(
        () -> {
          end.cancel(false);
          watched.ended();
        });
    try {
      workers.execute(() -> run(call));
    } catch (RejectedExecutionException busy) {
      call.fail(SATURATED);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    clock.shutdownNow();
  }

  private void run(ServiceCall call) {
    if (call.isEnded()) {
      return;
    }
    String errorType = ErrorKind.GATEWAY;
    try {
      GatewayService service = services.find(call.request());
      errorType = service.errorType();
      service.answer(call);
    } catch (CancellationException left) {
      call.abandon();
    } catch (RuntimeException e) {
      call.fail(error(e, errorType));
    }
  }

  /** What is told of a failure of a service whose errors have that type. */
  public static ServiceError error(RuntimeException failure, String errorType) {
    if (failure instanceof ServiceException known) {
      return known.error();
    }
    if (failure instanceof WenshuException known) {
      if (known.code() == ErrorCode.INTERNAL || known.getCause() != null) {
        LOG.log(Level.INFO, "A request failed: " + known.code(), known);
      }
      return new ServiceError(errorType, known.wording());
    }
    LOG.log(Level.WARNING, "A request failed", failure);
    return new ServiceError(errorType, INTERNAL);
  }

  private Future<?> schedule(ServiceCall call, Duration delay) {
    try {
      return clock.schedule(() -> check(call), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException shutDown) {
      return java.util.concurrent.CompletableFuture.completedFuture(null);
    }
  }

  /** A message of a stream starts the wait anew (section 0.2). */
  private void check(ServiceCall call) {
    long left = budget.toNanos() - call.silentNanos();
    if (left <= 0) {
      call.giveUp(TIMEOUT);
    } else if (!call.isEnded()) {
      var unused = schedule(call, Duration.ofNanos(left));
    }
  }
}
