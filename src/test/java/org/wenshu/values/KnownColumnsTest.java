package org.wenshu.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wenshu.values.ValuesConfig.OnAmbiguous;

class KnownColumnsTest {
  private static final Duration TTL = Duration.ofMinutes(10);

  private final InMemoryStoredValues stored =
      new InMemoryStoredValues().with("t.a", "old").with("t.b", "1", "2", "3");
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private long now;

  private KnownColumns columns(Executor background) {
    ValuesConfig config =
        new ValuesConfig(
            ValuesConfig.defaults().dictionaries(),
            TTL,
            2,
            Duration.ofMillis(50),
            OnAmbiguous.BEST);
    return new KnownColumns(stored, config, background, () -> now);
  }

  @Test
  void loadsOnceAndServesFromMemory() {
    KnownColumns columns = columns(Runnable::run);
    assertThat(columns.get("t", "a").orElseThrow().isStored("old")).isTrue();
    assertThat(columns.get("T", "A").orElseThrow().isStored("old")).isTrue();
    assertThat(stored.reads).hasSize(1);
  }

  @Test
  void servesTheOldValuesWhileNewOnesAreLoaded() {
    KnownColumns columns = columns(tasks::add);
    columns.prepare("t", "a");
    tasks.remove().run();
    stored.with("t.a", "new");
    now += TTL.toNanos();
    assertThat(columns.get("t", "a").orElseThrow().isStored("old")).isTrue();
    assertThat(columns.get("t", "a").orElseThrow().isStored("old")).isTrue();
    assertThat(tasks).hasSize(1);
    tasks.remove().run();
    assertThat(columns.get("t", "a").orElseThrow().isStored("new")).isTrue();
    assertThat(tasks).isEmpty();
  }

  @Test
  void waitsForTheFirstValuesButNotForLong() {
    KnownColumns slow = columns(tasks::add);
    assertThat(slow.get("t", "a")).isEmpty();
    assertThat(tasks).hasSize(1);
    KnownColumns quick = columns(CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
    assertThat(quick.get("t", "a")).isPresent();
  }

  @Test
  void doesNotKnowAColumnWithTooManyValues() {
    assertThat(columns(Runnable::run).get("t", "b")).isEmpty();
  }

  @Test
  void triesAgainSoonAfterAFailureAndKeepsWhatItHad() {
    KnownColumns columns = columns(Runnable::run);
    assertThat(columns.get("t", "c")).isEmpty();
    stored.with("t.c", "x");
    assertThat(columns.get("t", "c")).isEmpty();
    now += Duration.ofSeconds(30).toNanos();
    assertThat(columns.get("t", "c")).isPresent();
    stored.lose("t.c");
    now += TTL.toNanos();
    assertThat(columns.get("t", "c")).isPresent();
    assertThat(stored.reads).hasSize(3);
  }

  @Test
  void toleratesAnExecutorThatTakesNothing() {
    KnownColumns columns =
        columns(
            task -> {
              throw new RejectedExecutionException();
            });
    assertThat(columns.get("t", "a")).isEmpty();
  }
}
