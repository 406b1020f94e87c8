package org.wenshu.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/** Where a database is and whom to log in as. */
record DatabaseAddress(String url, Account account) {
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

  /**
   * Logs in once and out again.
   *
   * @param key the configuration key that named the database, for the message
   * @throws LaunchException when nobody answers within ten seconds or the account is refused
   */
  void requireReachable(String key) {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("connectTimeout", Long.toString(CONNECT_DEADLINE.toMillis()));
    properties.setProperty("socketTimeout", Long.toString(CONNECT_DEADLINE.toMillis()));
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.isValid(Math.toIntExact(CONNECT_DEADLINE.toSeconds()));
    } catch (SQLException e) {
      throw new LaunchException(
          ErrorCode.DATABASE_UNAVAILABLE,
          new Wording(
              "无法连接 %s 指定的数据库：%s".formatted(key, firstLine(e)),
              "The database named by %s cannot be reached: %s".formatted(key, firstLine(e))),
          e);
    }
  }

  // The driver's later lines are a lecture on packets; the first says what is wrong.
  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
