package org.wenshu.feed.source;

import java.util.Optional;

/** Keeps how far tables have been read, for each server that reads them. Thread-safe. */
public interface PositionStore {
  /** The position of that server in that table. */
  Optional<TablePosition> load(String table, String node);

  /** Keeps a position in place of the one before. */
  void save(String table, String node, TablePosition position);
}
