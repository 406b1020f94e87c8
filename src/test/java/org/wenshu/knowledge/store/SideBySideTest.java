package org.wenshu.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void bothAreDoneAtOnceWhereThereIsAThread() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CountDownLatch met = new CountDownLatch(2);
    BooleanSupplier meets =
        () -> {
          met.countDown();
          return await(met);
        };
    try {
      assertThat(SideBySide.both(threads, meets, meets)).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aThreadThatNeverComesIsNotWaitedFor() {
    List<Runnable> neverRun = new ArrayList<>();

    assertThat(SideBySide.both(neverRun::add, () -> true, () -> true)).isTrue();
    assertThat(neverRun).hasSize(1);
  }

  @Test
  void withoutThreadsOneFollowsTheOther() {
    boolean both =
        SideBySide.both(
            task -> {
              throw new RejectedExecutionException("none left");
            },
            () -> true,
            () -> false);

    assertThat(both).isFalse();
  }

  @Test
  void anInterruptDoesNotCutTheWaiting() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    AtomicBoolean sawBoth = new AtomicBoolean();
    BooleanSupplier slow = slow(begun, over);
    BooleanSupplier untilItHasBegun =
        () -> {
          while (begun.getCount() > 0) {
            Thread.onSpinWait();
          }
          return true;
        };
    Thread caller =
        new Thread(
            () -> {
              boolean both = SideBySide.both(threads, untilItHasBegun, slow);
              sawBoth.set(both && over.get() && Thread.currentThread().isInterrupted());
            });
    try {
      caller.start();
      caller.interrupt();
      caller.join(20_000);
      assertThat(sawBoth).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatOneThrowsIsThrownWhenTheOtherIsOver() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    BooleanSupplier slow = slow(begun, over);
    BooleanSupplier failing =
        () -> {
          await(begun);
          throw new IllegalArgumentException("no");
        };
    try {
      assertThatThrownBy(() -> SideBySide.both(threads, failing, slow))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no");
      assertThat(over).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static BooleanSupplier slow(CountDownLatch begun, AtomicBoolean over) {
    return () -> {
      begun.countDown();
      pause();
      over.set(true);
      return true;
    };
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
