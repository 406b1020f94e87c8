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
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /**
   * Logs in once and out again.
   *
   * @param key the configuration key that named the database, for the message
   * @throws LaunchException when nobody answers within ten seconds or the account is refused
   */
  void requireReachable(String key) {
    try (Connection connection = connect()) {
      connection.isValid(Math.toIntExact(DEADLINE.toSeconds()));
    } catch (SQLException e) {
      throw new LaunchException(ErrorCode.DATABASE_UNAVAILABLE, reason(e).about(key), e);
    }
  }

  /** Opens a connection on which nothing takes longer than ten seconds; the caller closes it. */
  Connection connect() throws SQLException {
    String millis = Long.toString(DEADLINE.toMillis());
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("connectTimeout", millis);
    properties.setProperty("socketTimeout", millis);
    return DriverManager.getConnection(url, properties);
  }

  private record Reason(String chinese, String english) {
    Wording about(String key) {
      String variable = ServerConfiguration.variable(key);
      return new Wording(
          "无法连接 %s 指定的数据库：%s".formatted(variable, chinese),
          "The database named by %s cannot be reached: %s".formatted(variable, english));
    }
  }

  private static Reason reason(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if ("08001".equals(state) && failure.getErrorCode() == 0 && noDriver(failure)) {
      return new Reason("地址应以 jdbc:mysql:// 开头。", "its address must begin with jdbc:mysql://.");
    }
    if (state.startsWith("08")) {
      return new Reason("该地址没有数据库应答。", "no database answers at that address.");
    }
    if (state.startsWith("28")) {
      return new Reason("用户名或密码不正确。", "user or password is wrong.");
    }
    return new Reason(firstLine(failure), firstLine(failure));
  }

  private static boolean noDriver(SQLException failure) {
    return firstLine(failure).startsWith("No suitable driver");
  }

  // The driver's later lines are a lecture on packets; the first says what is wrong.
  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
