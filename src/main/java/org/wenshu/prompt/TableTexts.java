package org.wenshu.prompt;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Keeps the texts of the tables of the snapshot asked about last: a schema changes rarely, and
 * writing it anew costs more than all else a prompt takes. Thread-safe.
 */
final class TableTexts {
  private final int sampleValues;
  private volatile Kept kept = new Kept("");

  TableTexts(int sampleValues) {
    this.sampleValues = sampleValues;
  }

  /** A table of that snapshot; the same object for the same table as long as the schema stays. */
  TableText of(SchemaSnapshot snapshot, Table table) {
    Kept current = kept;
    if (!current.version().equals(snapshot.version())) {
      current = new Kept(snapshot.version());
      kept = current;
    }
    return current.texts().computeIfAbsent(table, t -> new TableText(t, sampleValues));
  }

  private record Kept(String version, Map<Table, TableText> texts) {
    Kept(String version) {
      this(version, Collections.synchronizedMap(new IdentityHashMap<>()));
    }
  }
}
