package org.wenshu.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.generation.CircuitBreaker;

class ChecksTest {
  @ParameterizedTest
  @CsvSource({
    "0, true, HEALTHY",
    "28, true, HEALTHY",
    "29, true, DEGRADED",
    "36, true, DEGRADED",
    "0, false, UNHEALTHY",
    "29, false, UNHEALTHY"
  })
  void judgesADatabaseByItsAnswerAndItsPool(int active, boolean answers, HealthStatus status) {
    PoolUse use = new PoolUse(active, 36, 0);
    DatabaseCheck check =
        new DatabaseCheck(DatabaseCheck.NAME, true, () -> answers, () -> Optional.of(use));

    Finding finding = check.look();

    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.details())
        .containsEntry("connections_active", active)
        .containsEntry("connections_max", 36)
        .containsEntry("connections_waiting", 0);
  }

  @Test
  void doesNotQueueForAConnectionWhenAllAreInUse() {
    AtomicInteger asked = new AtomicInteger();
    PoolUse use = new PoolUse(36, 36, 4);
    DatabaseCheck check =
        new DatabaseCheck(
            DatabaseCheck.NAME, true, () -> asked.incrementAndGet() > 0, () -> Optional.of(use));

    assertThat(check.look().status()).isEqualTo(HealthStatus.DEGRADED);
    assertThat(asked).hasValue(0);
  }

  @Test
  void judgesADatabaseWhosePoolTellsNothing() {
    DatabaseCheck check =
        new DatabaseCheck(DatabaseCheck.STORE, false, () -> true, Optional::empty);

    assertThat(check.look().status()).isEqualTo(HealthStatus.HEALTHY);
    assertThat(check.look().details()).isEmpty();
  }

  @Test
  void doesNotKnowBeforeTheSchemaIsRead() {
    assertThat(new SchemaCheck(Optional::empty).look().status()).isEqualTo(HealthStatus.UNKNOWN);
  }

  @Test
  void isWellWithoutAModelBecauseTheGrammarAnswers() {
    Finding finding = new ModelCheck(Optional.empty()).look();

    assertThat(finding.status()).isEqualTo(HealthStatus.HEALTHY);
    assertThat(finding.message().chinese()).contains("内置语法");
    assertThat(finding.details()).containsEntry("configured", false);
  }

  @Test
  void tellsTheStateOfTheModelsCircuit() {
    Finding closed =
        new ModelCheck(Optional.of(new CircuitBreaker(1, Duration.ofMinutes(1)))).look();
    Finding notClosed =
        new ModelCheck(Optional.of(new CircuitBreaker(0, Duration.ofMinutes(1)))).look();

    assertThat(closed.status()).isEqualTo(HealthStatus.HEALTHY);
    assertThat(closed.details()).containsEntry("circuit", "closed");
    assertThat(notClosed.status()).isEqualTo(HealthStatus.DEGRADED);
  }

  @ParameterizedTest
  @CsvSource({"899, 1000, HEALTHY", "901, 1000, DEGRADED", "901, -1, HEALTHY"})
  void judgesMemoryByWhatCouldNotBeFreed(long used, long max, HealthStatus status) {
    MemoryUsage usage = new MemoryUsage(0, used, Math.max(used, max), max);

    assertThat(new MemoryCheck(() -> Optional.of(usage)).look().status()).isEqualTo(status);
  }

  @Test
  void looksAtTheMemoryOfThisProcess() {
    assertThat(new MemoryCheck().look().details()).containsKey("processors");
  }

  @Test
  void tellsHowFullTheCacheIs() {
    CacheCheck check = new CacheCheck(() -> Optional.of(new CacheCheck.CacheUse(3, 4, 5)));

    assertThat(check.look().details())
        .containsEntry("entries", 3L)
        .containsEntry("bytes", 4L)
        .containsEntry("max_bytes", 5L);
    assertThat(new CacheCheck(Optional::empty).look().status()).isEqualTo(HealthStatus.HEALTHY);
  }
}
