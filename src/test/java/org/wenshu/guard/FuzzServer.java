package org.wenshu.guard;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.wenshu.execution.ReadOnlySession;

/**
 * The server of the corpora, asked with an account that may do everything in sessions that may
 * write, so that nothing but the guard stands in the way; and all that a statement could leave
 * behind there. Every value that no caller may see carries a mark.
 */
final class FuzzServer {
  /** Part of every text that is withheld. */
  static final String SECRET = "SECRET";

  /** Every number that is withheld. */
  static final String SECRET_NUMBER = "424242";

  private static final String COUNTERS =
      "SHOW GLOBAL STATUS WHERE Variable_name REGEXP"
          + " '^(Com_(insert|update|delete|replace|create|drop|alter|rename|truncate|load|call|lock"
          + "|flush|grant|revoke|install|uninstall|reset|purge|kill|xa|analyze|optimize|repair)"
          + "|Handler_write$)'";

  private FuzzServer() {}

  /** Loads the schema, rows enough for a join to take its time, and the secrets. */
  static void load() throws SQLException {
    ShopDatabase.load();
    try (Connection root = root();
        Statement statement = root.createStatement()) {
      for (String sql :
          List.of(
              "UPDATE customers SET phone = 'SECRET', id_card = 'SECRET'",
              "UPDATE employees SET salary = 424242",
              "INSERT INTO customers (id, name, phone, id_card, region_id, city)"
                  + " SELECT seq, CONCAT('n', seq), 'SECRET', 'SECRET', 1, 'x'"
                  + " FROM seq_100_to_400",
              "INSERT INTO orders (id, customer_id, order_no, status, total_amount, deleted_flag)"
                  + " SELECT seq, seq, IF(seq % 2, 'SECRET', 'open'), 'paid', 1, seq % 2"
                  + " FROM seq_100_to_400",
              "UPDATE user_credentials SET password_hash = 'SECRET', token = 'SECRET'",
              "INSERT INTO audit_log (who, what) VALUES ('SECRET', 'SECRET')",
              "UPDATE hr.payroll SET amount = 424242")) {
        statement.execute(sql);
      }
      countWrites(statement);
    }
  }

  /** Even what a statement writes and takes back shows: the counter knows no transactions. */
  private static void countWrites(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'shop' AND"
                + " table_type = 'BASE TABLE'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    statement.execute("CREATE TABLE written (n INT) ENGINE = Aria TRANSACTIONAL = 0");
    for (String table : tables) {
      for (String event : List.of("INSERT", "UPDATE", "DELETE")) {
        statement.execute(
            "CREATE TRIGGER `%1$s %2$s` BEFORE %2$s ON `%1$s` FOR EACH ROW INSERT INTO written VALUES (1)"
                .formatted(table, event));
      }
    }
  }

  static Connection root() throws SQLException {
    return ShopDatabase.get().connect(ShopDatabase.get().root(), ShopDatabase.SCHEMA);
  }

  /** Sessions of that all-powerful account with the SQL mode of the product. */
  static DataSource source() throws SQLException {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(ShopDatabase.get().url(ShopDatabase.SCHEMA));
    source.setUser(ShopDatabase.get().root().user());
    source.setPassword(ShopDatabase.get().root().password());
    source.setSessionVariables("sql_mode='" + ReadOnlySession.SQL_MODE + "'");
    return source;
  }

  /** Rows, routines, accounts, settings, files, and how often the server has written anything. */
  static Map<String, String> state() throws SQLException {
    try (Connection root = root();
        Statement statement = root.createStatement()) {
      // The look itself counts too: what it adds is the same each time, so it is taken first.
      Map<String, String> state = new TreeMap<>(ShopDatabase.state(root));
      try (ResultSet counters = statement.executeQuery(COUNTERS)) {
        while (counters.next()) {
          state.put(counters.getString(1), counters.getString(2));
        }
      }
      state.put("files", files());
      return state;
    }
  }

  private static String files() {
    try (Stream<Path> files = Files.walk(ShopDatabase.files().getParent().resolve("shop"), 3);
        Stream<Path> written = Files.walk(ShopDatabase.files())) {
      return Stream.concat(files, written)
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Transactions and statements that somebody else is still in. */
  static long left() throws SQLException {
    try (Connection root = root();
        Statement statement = root.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM information_schema.innodb_trx)"
                    + " + (SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE command = 'Query' AND id <> CONNECTION_ID())"
                    + " + (IS_USED_LOCK('mutant') IS NOT NULL)")) {
      result.next();
      return result.getLong(1);
    }
  }
}
