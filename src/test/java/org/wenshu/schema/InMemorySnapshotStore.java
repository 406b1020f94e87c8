package org.wenshu.schema;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps snapshots while a test runs. */
final class InMemorySnapshotStore implements SnapshotStore {
  final AtomicInteger saves = new AtomicInteger();
  volatile boolean broken;
  private final Map<String, SchemaSnapshot> snapshots = new ConcurrentHashMap<>();

  @Override
  public Optional<SchemaSnapshot> load(String target) {
    check();
    return Optional.ofNullable(snapshots.get(target));
  }

  @Override
  public void save(String target, SchemaSnapshot snapshot) {
    check();
    saves.incrementAndGet();
    snapshots.put(target, snapshot);
  }

  private void check() {
    if (broken) {
      throw new IllegalStateException("The store is down");
    }
  }
}
