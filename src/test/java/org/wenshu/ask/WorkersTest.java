package org.wenshu.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  private final BlockingQueue<Thread> worked = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Workers<Runnable> workers = new Workers<>(2, 1, this::thread);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
    return thread;
  }

  @AfterEach
  void end() {
    workers.close();
    workers.await(0, () -> {});
  }

  @Test
  void givesTheNextToTheThreadThatWorkedLast() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Thread last = finished(this::work);
    workers.execute(() -> await(release));
    Thread other = finished(this::work);
    release.countDown();
    awaitIdle(last);

    assertThat(other).isNotSameAs(last);
    assertThat(finished(this::work)).isSameAs(last);
    assertThat(finished(this::work)).isSameAs(last);
  }

  @Test
  void hasOneMoreWaitAndRefusesTheRest() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    workers.execute(() -> await(release));
    workers.execute(() -> await(release));
    workers.execute(this::work);

    assertThatThrownBy(() -> workers.execute(this::work))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(worked.poll(50, TimeUnit.MILLISECONDS)).isNull();
    release.countDown();
    assertThat(worked.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(worked.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void forgetsWhatWaits() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Runnable waiting = this::work;
    workers.execute(() -> await(release));
    workers.execute(() -> await(release));
    workers.execute(waiting);

    workers.remove(waiting);
    release.countDown();

    assertThat(worked.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Runnable failing =
        () -> {
          await(release);
          throw new IllegalStateException("broken");
        };
    workers.execute(failing);
    workers.execute(failing);
    workers.execute(this::work);
    release.countDown();

    assertThat(worked.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(finished(this::work)).isNotNull();
    assertThat(failures).isNotEmpty().allSatisfy(f -> assertThat(f).hasMessage("broken"));
  }

  @Test
  void returnsWhatWaitsAndTakesNothingMoreOnceClosed() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Runnable waiting = this::work;
    workers.execute(() -> await(release));
    workers.execute(() -> await(release));
    workers.execute(waiting);

    assertThat(workers.close()).containsExactly(waiting);
    assertThatThrownBy(() -> workers.execute(this::work))
        .isInstanceOf(RejectedExecutionException.class);
    release.countDown();
    workers.await(10_000, () -> {});
    assertThat(worked).isEmpty();
  }

  private void work() {
    worked.add(Thread.currentThread());
  }

  /** Has it worked off, and returns the thread that did it when that has nothing to do again. */
  private Thread finished(Runnable work) throws InterruptedException {
    workers.execute(work);
    Thread thread = worked.poll(10, TimeUnit.SECONDS);
    awaitIdle(thread);
    return thread;
  }

  private static void awaitIdle(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
