package org.wenshu.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueScheduleTest {
  private static final SchemaSnapshot USERS = snapshot(table("users", "name"));
  private static final SchemaSnapshot ORDERS = snapshot(table("orders", "amount"));

  private final ScriptedSchemaSource source = new ScriptedSchemaSource(USERS);
  private final InMemorySnapshotStore store = new InMemorySnapshotStore();
  private final BlockingQueue<SchemaSnapshot> heard = new LinkedBlockingQueue<>();
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  private CatalogueSchedule schedule(Duration refresh, Duration retry) {
    SchemaConfig defaults = SchemaConfig.defaults();
    SchemaConfig config =
        new SchemaConfig(
            refresh,
            retry,
            defaults.scanTimeout(),
            defaults.statementTimeout(),
            defaults.sampling(),
            defaults.linking());
    SchemaCatalogue catalogue = new SchemaCatalogue(source, store, "host/shop", config, heard::add);
    return new CatalogueSchedule(catalogue, executor, config);
  }

  @Test
  void scansAtTheStartAndAtEveryInterval() throws Exception {
    CatalogueSchedule schedule = schedule(Duration.ofMillis(10), Duration.ofHours(1));
    schedule.start();
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isSameAs(USERS);
    source.next = ORDERS;
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isSameAs(ORDERS);
    schedule.stop();
  }

  @Test
  void servesTheStoredCatalogueWhileTheDatabaseIsDownAndRecovers() throws Exception {
    store.save("host/shop", ORDERS);
    source.down = true;
    CatalogueSchedule schedule = schedule(Duration.ofHours(1), Duration.ofMillis(10));
    schedule.start();
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isSameAs(ORDERS);
    source.down = false;
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isSameAs(USERS);
    schedule.stop();
  }

  @Test
  void leavesNothingBehindWhenStopped() throws Exception {
    executor.setRemoveOnCancelPolicy(true);
    CatalogueSchedule schedule = schedule(Duration.ofHours(1), Duration.ofHours(1));
    schedule.start();
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isSameAs(USERS);
    while (executor.getQueue().isEmpty()) {
      Thread.onSpinWait();
    }
    schedule.stop();
    assertThat(executor.getQueue()).isEmpty();
  }
}
