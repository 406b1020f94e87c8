package org.wenshu.schema.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CurrentFactsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private final ScriptedFacts source = new ScriptedFacts();

  private CurrentFacts facts(Duration maxAge, Duration timeout, Duration retryInterval) {
    return new CurrentFacts(source, new DetailsConfig(maxAge, timeout, retryInterval));
  }

  @Test
  void readsOnceForOneVersion() {
    CurrentFacts facts = facts(LONG, LONG, LONG);
    assertThat(facts.of("1").stale()).isFalse();
    assertThat(facts.of("1").facts()).isSameAs(facts.of("1").facts());
    assertThat(source.reads).hasValue(1);
  }

  @Test
  void readsAgainWhenTheSchemaChangesOrTimePasses() {
    CurrentFacts kept = facts(LONG, LONG, LONG);
    kept.of("1");
    kept.of("2");
    assertThat(source.reads).hasValue(2);

    CurrentFacts hurried = facts(Duration.ZERO, LONG, LONG);
    hurried.of("1");
    hurried.of("1");
    assertThat(source.reads).hasValue(4);
  }

  @Test
  void tellsOldFactsWhileTheDatabaseCannotBeRead() {
    CurrentFacts facts = facts(Duration.ZERO, LONG, Duration.ZERO);
    CatalogueFacts first = facts.of("1").facts();
    source.broken = true;
    assertThat(facts.of("1")).isEqualTo(new CurrentFacts.Known(first, true));
    assertThat(facts.of("2")).isEqualTo(new CurrentFacts.Known(first, true));
    source.broken = false;
    assertThat(facts.of("2").stale()).isFalse();
  }

  @Test
  void letsABrokenDatabaseRest() {
    source.broken = true;
    CurrentFacts facts = facts(LONG, LONG, LONG);
    assertThat(facts.of("1")).isEqualTo(new CurrentFacts.Known(CatalogueFacts.NONE, true));
    facts.of("1");
    assertThat(source.reads).hasValue(1);
  }

  @Test
  void readsOnceForAllWhoWait() {
    CurrentFacts facts = facts(LONG, LONG, LONG);
    source.gate = new CountDownLatch(1);
    List<CompletableFuture<CurrentFacts.Known>> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> facts.of("1"))).limit(4).toList();
    source.gate.countDown();
    assertThat(asked).allMatch(known -> !known.join().stale());
    assertThat(source.reads).hasValue(1);
  }

  @Test
  void waitsNoLongerThanTheTimeout() throws Exception {
    CurrentFacts facts = facts(LONG, Duration.ofMillis(50), LONG);
    source.gate = new CountDownLatch(1);
    CompletableFuture<CurrentFacts.Known> reading =
        CompletableFuture.supplyAsync(() -> facts.of("1"));
    while (source.reads.get() == 0) {
      Thread.sleep(1);
    }
    assertThat(facts.of("1").stale()).isTrue();
    source.gate.countDown();
    assertThat(reading.join().stale()).isFalse();
  }

  @Test
  void keepsNobodyWaitingForFresherFacts() throws Exception {
    CurrentFacts facts = facts(Duration.ZERO, LONG, LONG);
    CatalogueFacts first = facts.of("1").facts();
    source.gate = new CountDownLatch(1);
    CompletableFuture<CurrentFacts.Known> reading =
        CompletableFuture.supplyAsync(() -> facts.of("1"));
    while (source.reads.get() == 1) {
      Thread.sleep(1);
    }
    assertThat(facts.of("1")).isEqualTo(new CurrentFacts.Known(first, false));
    source.gate.countDown();
    assertThat(reading.join().facts()).isNotSameAs(first);
  }
}
