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

  /**
   * How many statements of each kind the server has run, those inside of routines included; without
   * the kinds that reads, sessions and looks are made of. Handlers tell nothing: a window function
   * updates the rows of its temporary table.
   */
  private static final String KINDS =
      "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Com\\_%' AND Variable_name NOT IN"
          + " ('Com_select', 'Com_set_option', 'Com_show_status', 'Com_show_variables',"
          + " 'Com_checksum', 'Com_admin_commands', 'Com_change_db', 'Com_kill', 'Com_do')";

  private static final String CHANGED_ROWS =
      "SELECT CONCAT('rows changed in ', table_schema, '.', table_name), rows_changed"
          + " FROM information_schema.table_statistics WHERE rows_changed > 0";

  private static final String SESSION =
      "SELECT CONCAT_WS(' ', 'locks', RELEASE_ALL_LOCKS(), 'in transaction', @@in_transaction,"
          + " 'autocommit', @@autocommit, 'mode', @@sql_mode, 'schema', DATABASE(), 'variables',"
          + " (SELECT COUNT(*) FROM information_schema.user_variables))";

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
                  + " FROM seq_100_to_600",
              "INSERT INTO orders (id, customer_id, order_no, status, total_amount, deleted_flag)"
                  + " SELECT seq, seq, IF(seq % 2, 'SECRET', 'open'), 'paid', 1, seq % 2"
                  + " FROM seq_100_to_600",
              "UPDATE user_credentials SET password_hash = 'SECRET', token = 'SECRET'",
              "INSERT INTO audit_log (who, what) VALUES ('SECRET', 'SECRET')",
              "UPDATE hr.payroll SET amount = 424242",
              "SET GLOBAL userstat = 1")) {
        statement.execute(sql);
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

  /** Tables and their rows, routines, accounts, settings, files. */
  static Map<String, String> state(Connection root) throws SQLException {
    Map<String, String> state = new TreeMap<>(ShopDatabase.state(root));
    state.put("files", files());
    return state;
  }

  /** What the server has done so far besides reading. */
  static Map<String, String> deeds(Connection root) throws SQLException {
    Map<String, String> deeds = new TreeMap<>();
    try (Statement statement = root.createStatement()) {
      for (String sql : List.of(KINDS, CHANGED_ROWS)) {
        try (ResultSet result = statement.executeQuery(sql)) {
          while (result.next()) {
            deeds.put(result.getString(1), result.getString(2));
          }
        }
      }
    }
    return deeds;
  }

  /** Locks, transaction, variables and settings of a session; releases the locks. */
  static String session(Connection session) throws SQLException {
    return text(session, SESSION);
  }

  /** Transactions and statements that somebody else is still in. */
  static String left(Connection root) throws SQLException {
    return text(
        root,
        "SELECT CONCAT_WS(' ', 'transactions', (SELECT COUNT(*) FROM information_schema.innodb_trx),"
            + " 'statements', (SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE command = 'Query' AND id <> CONNECTION_ID()))");
  }

  /** When the server was started, in seconds; changes when it has died and come back. */
  static long started(Connection root) throws SQLException {
    return Long.parseLong(
        text(
            root,
            "SELECT UNIX_TIMESTAMP() - CAST(variable_value AS SIGNED) FROM information_schema.global_status"
                + " WHERE variable_name = 'UPTIME'"));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
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
}
