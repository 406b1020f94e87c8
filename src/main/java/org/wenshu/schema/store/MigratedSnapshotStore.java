package org.wenshu.schema.store;

import java.util.Optional;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.SnapshotStore;

/** A store whose tables are made before it is first used. Thread-safe. */
public final class MigratedSnapshotStore implements SnapshotStore {
  private final StoreMigration migration;
  private final SnapshotStore store;

  /** That store, behind that migration. */
  public MigratedSnapshotStore(StoreMigration migration, SnapshotStore store) {
    this.migration = migration;
    this.store = store;
  }

  @Override
  public Optional<SchemaSnapshot> load(String target) {
    migration.ensure();
    return store.load(target);
  }

  @Override
  public void save(String target, SchemaSnapshot snapshot) {
    migration.ensure();
    store.save(target, snapshot);
  }
}
