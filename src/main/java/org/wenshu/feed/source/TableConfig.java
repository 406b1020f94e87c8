package org.wenshu.feed.source;

import java.time.Duration;
import java.util.Map;

/**
 * Settings of the table source ({@code wenshu.feed.table.*}, contract of the feed, section 14.2).
 *
 * @param mode how the table is read
 * @param table in the database being asked
 * @param columns names of columns by names of members, where they differ
 * @param node names this server among those that read the same table; its position is kept by it
 * @param interval between two readings
 * @param patience how long a missing id may still be committed
 * @param maxCatchUp rows that are read after a pause; of more, only the last are told
 */
public record TableConfig(
    Mode mode,
    String table,
    Map<String, String> columns,
    String node,
    Duration interval,
    Duration patience,
    int maxCatchUp) {
  /** How changes are noticed. */
  public enum Mode {
    OFF,
    /** By asking for what has come. */
    POLL,
    /**
     * By the server's log of changes, as a replica does; where that is not to be had, by asking.
     */
    LOG
  }

  /** Copies the map. */
  public TableConfig {
    columns = Map.copyOf(columns);
  }

  /** Off; {@code market_ticks} every 50 ms; ids may be a minute late. */
  public static TableConfig defaults() {
    return new TableConfig(
        Mode.OFF,
        "market_ticks",
        Map.of(),
        "node",
        Duration.ofMillis(50),
        Duration.ofSeconds(60),
        100_000);
  }
}
