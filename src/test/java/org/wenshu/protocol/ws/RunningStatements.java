package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.demo.DemoData;

/** What the database is at, so that a test sees whether a statement was stopped. */
public final class RunningStatements {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private RunningStatements() {}

  /** A statement that reads many rows again and again; the label makes it findable. */
  public static String slow(String label) {
    return "SELECT COUNT(*) AS "
        + label
        + " FROM employees a, employees b, employees c WHERE a.id + b.id + c.id < 0";
  }

  /** How many statements with that label the database runs. */
  public static long count(String label) throws SQLException {
    String sql =
        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%"
            + label
            + "%' AND info NOT LIKE '%processlist%'";
    try (Connection connection = TestingDatabase.connectAsRoot(DemoData.SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Fails unless one with that label soon runs. */
  public static void awaitBegun(String label) throws SQLException, InterruptedException {
    await(label, true);
  }

  /** Fails unless none with that label soon runs. */
  public static void awaitGone(String label) throws SQLException, InterruptedException {
    await(label, false);
  }

  private static void await(String label, boolean running)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(label) > 0 != running) {
      assertThat(System.nanoTime()).as("%s: running is %s", label, running).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
