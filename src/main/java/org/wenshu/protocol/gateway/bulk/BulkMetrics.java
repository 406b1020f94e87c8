package org.wenshu.protocol.gateway.bulk;

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

  void imported(BulkKind kind, ImportTally tally) {
    items.add(tally.received(), kind.path(), "received");
    items.add(tally.stored(), kind.path(), "stored");
    items.add(tally.failed(), kind.path(), "failed");
  }

  void exported(BulkKind kind, long sent) {
    items.add(sent, kind.path(), "exported");
  }
}
