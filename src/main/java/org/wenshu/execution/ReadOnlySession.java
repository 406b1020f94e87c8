package org.wenshu.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * Turns a connection just opened into a session that only reads, with a SQL mode the guard and
 * value linking can rely on: backslashes escape, double quotes delimit strings, {@code ||} is OR.
 */
public final class ReadOnlySession {
  /** Set while connecting, so that the driver escapes as the server reads. */
  public static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private ReadOnlySession() {}

  /** Pins the transaction mode and the server's own statement timeout, for good. */
  public static void begin(Connection connection, ExecutionConfig limits) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION READ ONLY");
      statement.execute("SET SESSION " + timeout(version, limits.timeout()));
    }
  }

  /** MySQL counts milliseconds, MariaDB seconds. */
  private static String timeout(String version, Duration timeout) {
    return version.toLowerCase(Locale.ROOT).contains("mariadb")
        ? "max_statement_time = " + timeout.toMillis() / 1000.0
        : "max_execution_time = " + timeout.toMillis();
  }
}
