package org.wenshu.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;

class SchemaCatalogueTest {
  private static final SchemaSnapshot USERS = snapshot(table("users", "name"));
  private static final SchemaSnapshot ORDERS = snapshot(table("orders", "amount"));

  private final ScriptedSchemaSource source = new ScriptedSchemaSource(USERS);
  private final InMemorySnapshotStore store = new InMemorySnapshotStore();
  private final List<SchemaSnapshot> heard = new ArrayList<>();
  private final SchemaCatalogue catalogue = catalogue();

  private SchemaCatalogue catalogue() {
    return new SchemaCatalogue(source, store, "host/shop", SchemaConfig.defaults(), heard::add);
  }

  @Test
  void isUnavailableBeforeTheFirstScan() {
    assertThat(catalogue.current()).isEmpty();
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(catalogue::snapshot)
        .returns(ErrorCode.SCHEMA_UNAVAILABLE, WenshuException::code);
  }

  @Test
  void showsWhatWasScannedAndTellsTheListener() {
    assertThat(catalogue.refresh()).isSameAs(USERS);
    assertThat(catalogue.snapshot()).isSameAs(USERS);
    assertThat(heard).containsExactly(USERS);
  }

  @Test
  void keepsTheSnapshotWhileItsContentStays() {
    catalogue.refresh();
    source.next = snapshot(table("users", "name"));

    assertThat(catalogue.refresh()).isSameAs(USERS);
    assertThat(heard).hasSize(1);
    assertThat(store.saves).hasValue(1);
  }

  @Test
  void keepsTheOldSnapshotWhenAScanFails() {
    catalogue.refresh();
    source.down = true;

    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(catalogue::refresh)
        .returns(ErrorCode.SCHEMA_UNAVAILABLE, WenshuException::code);
    assertThat(catalogue.snapshot()).isSameAs(USERS);
  }

  @Test
  void answersFromTheStoreUntilTheFirstScan() {
    catalogue.refresh();
    SchemaCatalogue restarted = catalogue();
    source.down = true;

    restarted.recall();

    assertThat(restarted.snapshot()).isSameAs(USERS);
    source.down = false;
    source.next = ORDERS;
    assertThat(restarted.refresh()).isSameAs(ORDERS);
    assertThat(store.load("host/shop")).containsSame(ORDERS);
  }

  @Test
  void recallsNothingOverAScannedSnapshot() {
    store.save("host/shop", ORDERS);
    catalogue.refresh();

    catalogue.recall();

    assertThat(catalogue.snapshot()).isSameAs(USERS);
  }

  @Test
  void scansOnWhileTheStoreIsDownAndSavesLater() {
    store.broken = true;
    catalogue.recall();
    assertThat(catalogue.refresh()).isSameAs(USERS);

    store.broken = false;
    catalogue.refresh();

    assertThat(store.load("host/shop")).containsSame(USERS);
  }

  @Test
  void callsDuringAScanShareTheNextOne() throws Exception {
    source.mayEnd = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try {
      Future<SchemaSnapshot> first = callers.submit(catalogue::refresh);
      source.entered.await();
      source.next = ORDERS;
      List<Future<SchemaSnapshot>> later = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        later.add(callers.submit(catalogue::refresh));
      }
      while (catalogue.waiting() < 5) {
        Thread.onSpinWait();
      }
      source.mayEnd.countDown();

      assertThat(first.get(5, TimeUnit.SECONDS)).isSameAs(USERS);
      for (Future<SchemaSnapshot> call : later) {
        assertThat(call.get(5, TimeUnit.SECONDS)).isSameAs(ORDERS);
      }
      assertThat(source.scans).hasValue(2);
    } finally {
      callers.shutdownNow();
    }
  }
}
