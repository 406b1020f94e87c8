package org.wenshu.prompt;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.policy.RecentlyUsed;

/**
 * Keeps the texts of the tables of the snapshots asked about last: a schema changes rarely, and
 * writing it anew costs more than all else a prompt takes. Callers with different rights see
 * different snapshots. Thread-safe.
 */
final class TableTexts {
  private static final int MOST_SNAPSHOTS = 32;

  private final int sampleValues;
  private final RecentlyUsed<String, Map<Table, TableText>> kept =
      new RecentlyUsed<>(MOST_SNAPSHOTS);

  TableTexts(int sampleValues) {
    this.sampleValues = sampleValues;
  }

  /** A table of that snapshot; the same object for the same table as long as the schema stays. */
  TableText of(SchemaSnapshot snapshot, Table table) {
    return kept.get(snapshot.version())
        .orElseGet(
            () ->
                kept.put(snapshot.version(), Collections.synchronizedMap(new IdentityHashMap<>())))
        .computeIfAbsent(table, t -> new TableText(t, sampleValues));
  }
}
