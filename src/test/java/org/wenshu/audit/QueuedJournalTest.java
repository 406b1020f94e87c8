package org.wenshu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueuedJournalTest {
  private final InMemoryAuditStore store = new InMemoryAuditStore();

  private static AuditConfig config(boolean required, int maxQueued) {
    return new AuditConfig(
        required, false, false, false, maxQueued, 3, Duration.ofDays(1), Duration.ofSeconds(5));
  }

  private static void record(QueuedJournal journal, String id) {
    journal.record(AuditRecords.answered(id, Instant.now()));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }

  @Test
  void storesEverythingBeforeItIsClosed() {
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "q" + i).toList();
    try (QueuedJournal journal = new QueuedJournal(store, config(false, 1_000), Thread::new)) {
      ids.forEach(id -> record(journal, id));
    }
    assertThat(store.ids()).containsExactlyElementsOf(ids);
  }

  @Test
  void keepsRecordsWhileTheStoreIsDown() throws InterruptedException {
    store.down(true);
    try (QueuedJournal journal = new QueuedJournal(store, config(false, 10), Thread::new)) {
      record(journal, "a");
      record(journal, "b");
      assertThat(store.ids()).isEmpty();

      store.down(false);

      await(() -> store.ids().size() == 2);
      assertThat(store.ids()).containsExactly("a", "b");
    }
  }

  @Test
  void storesTheOthersWhenOneIsRejected() throws InterruptedException {
    store.reject("b");
    try (QueuedJournal journal = new QueuedJournal(store, config(false, 10), Thread::new)) {
      List.of("a", "b", "c", "d").forEach(id -> record(journal, id));
      await(() -> store.ids().size() == 3);
      assertThat(store.ids()).containsExactly("a", "c", "d");
    }
  }

  @Test
  void acceptsNoQuestionsWhileRequiredRecordsCannotBeStored() throws InterruptedException {
    store.down(true);
    try (QueuedJournal required = new QueuedJournal(store, config(true, 10), Thread::new);
        QueuedJournal wanted = new QueuedJournal(store, config(false, 10), Thread::new)) {
      assertThat(required.accepts()).isFalse();
      assertThat(wanted.accepts()).isTrue();

      store.down(false);

      await(required::accepts);
    }
  }

  @Test
  void leavesLiteralsAndCommentsOutOfStatements() {
    assertThat(AuditMask.withoutLiterals("SELECT a, 'x' 'y', N'z', 0x1F FROM t -- secret"))
        .isEqualTo("SELECT a, ? ?, ?, ? FROM t ");
    assertThat(AuditMask.withoutLiterals("SELECT 'never ends")).isEqualTo("SELECT ?");
  }
}
