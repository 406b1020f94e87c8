package org.wenshu.evaluation;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.wenshu.TestingDatabase;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.ReadOnlySession;

/** The MySQL or MariaDB that questions are evaluated on. */
final class EvaluationServer {
  /** Schemas we make on a server that is not ours are called so, then the database's name. */
  private static final String PREFIX = "wenshu_eval_";

  private final String url;
  private final String user;
  private final String password;

  /**
   * A server.
   *
   * @param url a JDBC address that ends with a slash or a slash and {@code ?properties}
   * @param user may create and drop schemas
   */
  EvaluationServer(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** The embedded server of the tests. */
  static EvaluationServer embedded() {
    return new EvaluationServer(
        TestingDatabase.get().url(""),
        TestingDatabase.root().user(),
        TestingDatabase.root().password());
  }

  /** Makes the schema anew from a dump and returns its name. */
  String load(String database, String dump) throws SQLException {
    String schema = PREFIX + database;
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS `" + schema + "`");
      statement.execute("CREATE DATABASE `" + schema + "` CHARACTER SET utf8mb4");
    }
    try (Connection connection = connect(schema);
        Statement statement = connection.createStatement()) {
      runAll(statement, dump);
    }
    return schema;
  }

  private static void runAll(Statement statement, String script) throws SQLException {
    boolean rows = statement.execute(script);
    while (rows || statement.getUpdateCount() >= 0) {
      rows = statement.getMoreResults();
    }
  }

  /** Connections as the product makes them: read-only, with its SQL mode. */
  DataSource forQuestions(String schema) {
    ReadOnlySource source = new ReadOnlySource();
    configure(source, schema, ReadOnlySession.SQL_MODE);
    return source;
  }

  /** Connections for gold statements, which may rely on what the product's SQL mode forbids. */
  DataSource forGold(String schema) {
    MysqlDataSource source = new MysqlDataSource();
    configure(source, schema, "");
    return source;
  }

  private void configure(MysqlDataSource source, String schema, String sqlMode) {
    source.setUrl(urlOf(schema));
    source.setUser(user);
    source.setPassword(password);
    try {
      source.setSessionVariables("sql_mode='" + sqlMode + "'");
      source.setTinyInt1isBit(false);
      source.setYearIsDateType(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(String schema) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("allowMultiQueries", "true");
    return DriverManager.getConnection(urlOf(schema), properties);
  }

  private String urlOf(String schema) {
    int end = url.indexOf('?');
    return end < 0 ? url + schema : url.substring(0, end) + schema + url.substring(end);
  }

  private static final class ReadOnlySource extends MysqlDataSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      ReadOnlySession.begin(connection, ExecutionConfig.defaults());
      return connection;
    }
  }
}
