package org.wenshu.operations.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A component and what was last found. However many ask, one look is under way at a time, and no
 * sooner than the interval after the last; a look that hangs holds up one thread and nobody else.
 * Thread-safe.
 */
final class WatchedComponent {
  private static final Logger LOG = Logger.getLogger(WatchedComponent.class.getName());

  private final HealthCheck check;
  private final HealthConfig config;
  private final Executor threads;
  private final LongSupplier nanoClock;
  private CompletableFuture<ComponentHealth> look;
  private long lookedAt;

  WatchedComponent(
      HealthCheck check, HealthConfig config, Executor threads, LongSupplier nanoClock) {
    this.check = check;
    this.config = config;
    this.threads = threads;
    this.nanoClock = nanoClock;
  }

  String name() {
    return check.name();
  }

  /** Begins to look unless the last finding is current, and does not wait. */
  CompletableFuture<ComponentHealth> begin() {
    CompletableFuture<ComponentHealth> begun;
    synchronized (this) {
      long now = nanoClock.getAsLong();
      boolean current = now - lookedAt < config.interval().toNanos();
      if (look != null && (!look.isDone() || current)) {
        return look;
      }
      begun = new CompletableFuture<>();
      look = begun;
      lookedAt = now;
    }
    try {
      threads.execute(() -> begun.complete(lookNow()));
    } catch (RejectedExecutionException stopping) {
      begun.complete(component(noThread(), Instant.now(), Duration.ZERO));
    }
    return begun;
  }

  /** The finding, as soon as there is one; when it takes too long, that is the finding. */
  ComponentHealth await(CompletableFuture<ComponentHealth> begun, long deadlineNanos) {
    long left = Math.max(0, deadlineNanos - System.nanoTime());
    try {
      return begun.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return component(timedOut(), Instant.now(), config.timeout());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return component(timedOut(), Instant.now(), Duration.ZERO);
    }
  }

  private ComponentHealth lookNow() {
    Instant began = Instant.now();
    long started = System.nanoTime();
    Finding finding;
    try {
      finding = check.look();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The check of " + check.name() + " failed");
      finding = Finding.failure("check_failed", "检查失败", "The check failed");
    }
    return component(finding, began, Duration.ofNanos(System.nanoTime() - started));
  }

  private ComponentHealth component(Finding finding, Instant began, Duration took) {
    return new ComponentHealth(check.kind(), check.name(), check.essential(), finding, began, took);
  }

  private static Finding timedOut() {
    return Finding.failure("timed_out", "未在规定时间内响应", "No answer in time");
  }

  private static Finding noThread() {
    return Finding.of(HealthStatus.UNKNOWN, "服务器正在停止", "The server is stopping");
  }
}
