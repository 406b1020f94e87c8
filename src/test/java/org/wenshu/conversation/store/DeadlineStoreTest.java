package org.wenshu.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.PessimisticLockException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.conversation.ConversationStore;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;

@Timeout(30)
class DeadlineStoreTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** A store that does the same whatever is asked of it. */
  private ConversationStore store(Callable<Object> behaviour, Runnable migration) {
    ConversationStore scripted =
        (ConversationStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> {
                  calls.incrementAndGet();
                  return behaviour.call();
                });
    return new DeadlineStore(scripted, migration, threads, Duration.ofMillis(200));
  }

  private static void assertUnavailable(ConversationStore store) {
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> store.find("x"))
        .returns(ErrorCode.CONVERSATIONS_UNAVAILABLE, WenshuException::code);
  }

  @Test
  void givesWhatTheStoreGives() {
    assertThat(store(Optional::empty, () -> {}).find("x")).isEmpty();
    assertThat(store(() -> true, () -> {}).delete("x")).isTrue();
  }

  @Test
  void saysSoWhenTheStoreFails() {
    assertUnavailable(
        store(
            () -> {
              throw new IllegalStateException("down");
            },
            () -> {}));
    assertThat(calls).hasValue(1);
  }

  @Test
  void saysSoWhenThereAreNoTables() {
    assertUnavailable(
        store(
            Optional::empty,
            () -> {
              throw new IllegalStateException("down");
            }));
    assertThat(calls).hasValue(0);
  }

  @Test
  void waitsForNobodyLongerThanGranted() {
    ConversationStore hanging =
        store(
            () -> {
              never.await();
              return Optional.empty();
            },
            () -> {});
    long start = System.nanoTime();
    assertUnavailable(hanging);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void takesNoMoreThreadsThanItsShareForAStoreThatHangs() {
    ConversationStore hanging =
        store(
            () -> {
              never.await();
              return Optional.empty();
            },
            () -> {});
    for (int i = 0; i < 14; i++) {
      assertUnavailable(hanging);
    }
    assertThat(calls).hasValue(12);
  }

  @Test
  void runsATransactionAgainThatLostALock() {
    ConversationStore conflicting =
        store(
            () -> {
              if (calls.get() < 3) {
                throw new IllegalStateException(new PessimisticLockException("deadlock"));
              }
              return Optional.empty();
            },
            () -> {});
    assertThat(conflicting.find("x")).isEmpty();
    assertThat(calls).hasValue(3);
    calls.set(-10);
    assertUnavailable(conflicting);
    assertThat(calls).hasValue(-7);
  }

  @Test
  void saysSoAfterTheServerHasStopped() {
    ConversationStore store = store(Optional::empty, () -> {});
    threads.shutdown();
    assertUnavailable(store);
  }
}
