package org.wenshu.schema;

import java.util.Optional;

/**
 * Where a node keeps the catalogue, so that it can start answering before its first scan has ended.
 * Thread-safe. Failures are unchecked exceptions of the underlying store.
 */
public interface SnapshotStore {
  /** What was last saved for that target, by any node. */
  Optional<SchemaSnapshot> load(String target);

  /** Keeps the snapshot instead of the one before; rows of unchanged tables are left alone. */
  void save(String target, SchemaSnapshot snapshot);
}
