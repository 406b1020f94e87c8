package org.wenshu.protocol.gateway.bulk;

import java.util.function.Consumer;
import org.wenshu.operations.metrics.CounterFamily;
import org.wenshu.operations.metrics.Meters;

/** Counts the items moved in bulk. Thread-safe. */
public final class BulkMetrics {
  private final Meters meters;
  private final CounterFamily items;

  /** Registers the meters. */
  public BulkMetrics(Meters meters) {
    this.meters = meters;
    this.items =
        meters.counters("wenshu_bulk_items_total", "Items moved in bulk", "kind", "outcome");
  }

  /** Shows the open sockets. */
  void watch(BulkSockets sockets) {
    meters.gauge("wenshu_bulk_sockets", "Open bulk sockets", sockets::size);
  }

  /** Counts one import while it goes on: each call adds what is new since the one before. */
  Consumer<ImportTally> importing(BulkKind kind) {
    return new Consumer<>() {
      private long received;
      private long stored;
      private long failed;

      @Override
      public synchronized void accept(ImportTally tally) {
        received = add(received, tally.received(), "received");
        stored = add(stored, tally.stored(), "stored");
        failed = add(failed, tally.failed(), "failed");
      }

      private long add(long before, long now, String outcome) {
        items.add(now - before, kind.path(), outcome);
        return now;
      }
    };
  }

  void exported(BulkKind kind, long sent) {
    items.add(sent, kind.path(), "exported");
  }
}
