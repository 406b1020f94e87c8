package org.wenshu.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Waits until the server has read the schema it is to answer about, which it does after start-up.
 */
final class CatalogueWatch {
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final DatabaseAddress store;

  /** A watch on Wenshu's own tables. */
  CatalogueWatch(DatabaseAddress store) {
    this.store = store;
  }

  /** Whether the schema is known; gives up after a minute and a half. */
  boolean await() throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < end) {
      if (known()) {
        return true;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return false;
  }

  private boolean known() {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM catalogue")) {
      return result.next() && result.getInt(1) > 0;
    } catch (SQLException e) {
      // The migrations have not made the table yet.
      return false;
    }
  }
}
