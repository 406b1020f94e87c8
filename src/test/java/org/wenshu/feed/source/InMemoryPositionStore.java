package org.wenshu.feed.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Positions in memory. */
final class InMemoryPositionStore implements PositionStore {
  private final Map<String, TablePosition> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<TablePosition> load(String table, String node) {
    return Optional.ofNullable(kept.get(table + node));
  }

  @Override
  public void save(String table, String node, TablePosition position) {
    kept.put(table + node, position);
  }
}
