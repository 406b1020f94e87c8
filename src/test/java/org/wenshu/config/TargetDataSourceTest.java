package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;

class TargetDataSourceTest {
  private static TestingTargetDataSource source(String parameters) {
    return new TestingTargetDataSource(
        TestingDatabase.demoUrl() + parameters, Map.of("wenshu.execution.timeout", "PT7S"));
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT @@tx_read_only | 1",
        "SELECT @@max_statement_time | 7.0",
        "SELECT FIND_IN_SET('ONLY_FULL_GROUP_BY', @@sql_mode) > 0 | 1",
        "SELECT @@sql_mode LIKE '%NO_BACKSLASH_ESCAPES%' | 0",
        "SELECT @@sql_mode LIKE '%ANSI_QUOTES%' | 0",
      })
  void pinsTheSessionOnTheServer(String sql, String expected) throws SQLException {
    String hostile = "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES'";
    try (Connection connection = source(hostile).getConnection()) {
      assertThat(ask(connection, sql)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowMultiQueries",
        "allowLoadLocalInfile",
        "allowUrlInLocalInfile",
        "autoDeserialize",
        "autoReconnect"
      })
  void winsOverTheUrlWhereSafetyIsAtStake(String property) throws SQLException {
    try (Connection connection = source("&" + property + "=true").getConnection()) {
      JdbcConnection session = connection.unwrap(JdbcConnection.class);
      assertThat(session.getPropertySet().getProperty(property).getValue()).hasToString("false");
    }
  }

  @Test
  void letsTheUrlSetTheTimeouts() throws SQLException {
    try (Connection connection = source("&socketTimeout=1234").getConnection()) {
      JdbcConnection session = connection.unwrap(JdbcConnection.class);
      assertThat(session.getPropertySet().getIntegerProperty("socketTimeout").getValue())
          .isEqualTo(1234);
      assertThat(session.getPropertySet().getIntegerProperty("connectTimeout").getValue())
          .isEqualTo(5000);
    }
  }

  @Test
  void showsNoDatabaseTheCertificateOfTheApplicationServer() throws SQLException {
    try (Connection connection = source("").getConnection()) {
      assertThat(
              connection
                  .unwrap(JdbcConnection.class)
                  .getPropertySet()
                  .getBooleanProperty("fallbackToSystemKeyStore")
                  .getValue())
          .isFalse();
    }
  }

  @Test
  void ignoresTheAccountThePoolHandsIn() throws SQLException {
    try (Connection connection = source("").getConnection("", "")) {
      assertThat(ask(connection, "SELECT USER()")).startsWith(TestingDatabase.reader().user());
    }
  }

  @Test
  void opensAnewWhenTheLineWasCut() throws SQLException {
    try (Connection connection = source("").getConnection()) {
      connection.unwrap(JdbcConnection.class).abort(Runnable::run);
      assertThat(connection.isClosed()).isFalse();
      assertThat(ask(connection, "SELECT @@tx_read_only")).isEqualTo("1");
    }
  }

  @Test
  void staysClosedOnceClosed() throws SQLException {
    Connection connection = source("").getConnection();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
  }

  @Test
  void failsATransactionThatLostItsLine() throws SQLException {
    try (Connection connection = source("").getConnection()) {
      connection.setAutoCommit(false);
      connection.unwrap(JdbcConnection.class).abort(Runnable::run);
      assertThatThrownBy(() -> ask(connection, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    TestingTargetDataSource other = new TestingTargetDataSource("jdbc:other://x/y", Map.of());
    assertThatThrownBy(other::getConnection)
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .hasMessage("wenshu.target.url must begin with jdbc:mysql:");
    TargetDataSource none =
        new TargetDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          InMemoryConfig config() {
            return new InMemoryConfig(new HashMap<>());
          }
        };
    assertThatThrownBy(none::getConnection)
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .hasMessage("wenshu.target.url is not configured");
  }
}
