package org.wenshu.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
  private static final HealthConfig CONFIG =
      new HealthConfig(Duration.ofSeconds(10), Duration.ofMillis(300));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong now = new AtomicLong(-5);
  private final CountDownLatch release = new CountDownLatch(1);
  private final ScriptedCheck database = new ScriptedCheck(DatabaseCheck.NAME, true);
  private final ScriptedCheck model = new ScriptedCheck("llm", false);
  private final Health health =
      new Health(
          List.of(database, model),
          () -> new FacadeState(true, Optional.of("s1")),
          CONFIG,
          threads,
          now::get);

  @AfterEach
  void stop() {
    release.countDown();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "HEALTHY, HEALTHY, HEALTHY, true",
    "HEALTHY, DEGRADED, DEGRADED, true",
    "HEALTHY, UNHEALTHY, DEGRADED, true",
    "HEALTHY, UNKNOWN, DEGRADED, true",
    "DEGRADED, HEALTHY, DEGRADED, true",
    "UNKNOWN, HEALTHY, UNKNOWN, false",
    "UNHEALTHY, HEALTHY, UNHEALTHY, false",
    "UNHEALTHY, UNHEALTHY, UNHEALTHY, false"
  })
  void isAsWellAsWhatItCannotDoWithout(
      HealthStatus ofDatabase, HealthStatus ofModel, HealthStatus whole, boolean connected) {
    database.finds(ofDatabase);
    model.finds(ofModel);

    HealthReport report = health.report();

    assertThat(report.status()).isEqualTo(whole);
    assertThat(report.connected()).isEqualTo(connected);
    assertThat(report.failed().isPresent()).isEqualTo(!whole.works());
    assertThat(report.facade().sessionId()).contains("s1");
  }

  @Test
  void looksNoMoreOftenThanTheIntervalHoweverOftenItIsAsked() {
    for (int i = 0; i < 50; i++) {
      health.report();
    }
    assertThat(health.component(DatabaseCheck.NAME)).isPresent();
    assertThat(database.looks()).isEqualTo(1);

    now.addAndGet(Duration.ofSeconds(10).toNanos());
    database.finds(HealthStatus.UNHEALTHY);

    assertThat(health.report().status()).isEqualTo(HealthStatus.UNHEALTHY);
    assertThat(database.looks()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForALookThatHangsNorBeginAnother() {
    database.does(
        () -> {
          awaitQuietly();
          return Finding.of(HealthStatus.HEALTHY, "好", "well");
        });
    long started = System.nanoTime();
    HealthReport report = health.report();

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
    assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
    assertThat(report.failed().orElseThrow().finding().error()).contains("timed_out");
    assertThat(report.component("llm").orElseThrow().status()).isEqualTo(HealthStatus.HEALTHY);
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(health.report().connected()).isFalse();
    assertThat(database.looks()).isEqualTo(1);
  }

  @Test
  void takesACheckThatThrowsForAFailure() {
    database.does(
        () -> {
          throw new IllegalStateException("jdbc:mysql://secret-host");
        });

    ComponentHealth component = health.component(DatabaseCheck.NAME).orElseThrow();

    assertThat(component.status()).isEqualTo(HealthStatus.UNHEALTHY);
    assertThat(component.finding().toString()).doesNotContain("secret-host");
  }

  @Test
  void saysThatItDoesNotKnowWhileTheServerStops() {
    Health stopping =
        new Health(
            List.of(database),
            FacadeState::none,
            CONFIG,
            task -> {
              throw new RejectedExecutionException();
            });

    assertThat(stopping.report().status()).isEqualTo(HealthStatus.UNKNOWN);
    assertThat(database.looks()).isZero();
  }

  @Test
  void knowsNothingOfOtherComponents() {
    assertThat(health.component("redis")).isEmpty();
    assertThat(database.looks() + model.looks()).isZero();
  }

  private void awaitQuietly() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
