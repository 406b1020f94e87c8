package org.wenshu.guard;

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
import org.wenshu.launcher.Account;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;

/**
 * A server of its own, with the schema of the corpora and its routines: forbidden statements are to
 * be sent to it. Started at first use, stopped when the JVM ends.
 */
public final class ShopDatabase {
  /** The name the statements use. */
  public static final String SCHEMA = "shop";

  private static final Account COLUMN_READER = new Account("shop_columns", "of no consequence");
  private static final String[] OPEN_TABLES = {
    "orders",
    "order_items",
    "products",
    "categories",
    "regions",
    "departments",
    "daily_sales",
    "calendar",
    "`order`",
    "`select`",
    "`销售明细`",
    "v_order_summary",
    "customers (id, name, region_id, city, level, status, created_at, attrs)",
    "employees (id, name, dept_id, manager_id, hired_at)"
  };

  private static final String EVERYTHING =
      """
      SELECT CONCAT('table ', table_schema, '.', table_name), CONCAT_WS(',', table_type, engine)
        FROM information_schema.tables WHERE table_schema <> 'information_schema'
      UNION ALL SELECT CONCAT('routine ', routine_schema, '.', routine_name), routine_type
        FROM information_schema.routines WHERE routine_schema <> 'sys'
      UNION ALL SELECT CONCAT('trigger ', trigger_schema, '.', trigger_name), event_manipulation
        FROM information_schema.triggers WHERE trigger_schema <> 'sys'
      UNION ALL SELECT CONCAT('event ', event_schema, '.', event_name), status
        FROM information_schema.events
      UNION ALL SELECT CONCAT('account ', User, '@', Host), MD5(Priv) FROM mysql.global_priv
      UNION ALL SELECT CONCAT('grant ', User, Db), '' FROM mysql.db
      UNION ALL SELECT CONCAT('plugin ', name), dl FROM mysql.plugin
      UNION ALL SELECT CONCAT('function ', name), dl FROM mysql.func
      UNION ALL SELECT CONCAT('server ', Server_name), Host FROM mysql.servers
      UNION ALL SELECT CONCAT('variable ', variable_name), variable_value
        FROM information_schema.global_variables
        WHERE variable_name NOT IN ('TIMESTAMP', 'GTID_BINLOG_POS', 'GTID_CURRENT_POS')
      """;

  private static final Path FOLDER = Path.of("target", "testing-database");

  private ShopDatabase() {}

  private static final class Holder {
    static final EmbeddedDatabase DATABASE = start();
  }

  /** The running server. */
  public static EmbeddedDatabase get() {
    return Holder.DATABASE;
  }

  /** The folder that is the only one the server may write files to. */
  public static Path files() {
    return FOLDER.resolve("files").toAbsolutePath();
  }

  private static EmbeddedDatabase start() {
    try {
      Files.createDirectories(files());
      Path home = FOLDER.resolve("shop").toAbsolutePath();
      return EmbeddedDatabase.start(
          new EmbeddedDatabaseConfig(
              home, FOLDER.resolve("programs"), 0, List.of("--secure-file-priv=" + files())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates the schema with the rows of the corpora, dropping what had its name before. */
  public static void load() throws SQLException {
    EmbeddedDatabase database = get();
    database.dropSchema(SCHEMA);
    database.dropSchema("hr");
    try (Connection root = database.connect(database.root(), "");
        Statement statement = root.createStatement()) {
      for (String line : Corpus.text("schema.sql").lines().toList()) {
        if (!line.startsWith("--") && !line.startsWith("DELIMITER")) {
          statement.execute(line.replaceAll("(;| //)$", ""));
        }
      }
      statement.execute("CREATE SEQUENCE s1");
    }
    database.openToReader(SCHEMA);
  }

  /** An account that may SELECT what the corpora's policy permits, column by column. */
  public static Account columnReader() throws SQLException {
    try (Connection root = get().connect(get().root(), SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE USER %s IDENTIFIED BY '%s'"
              .formatted(COLUMN_READER.user(), COLUMN_READER.password()));
      for (String table : OPEN_TABLES) {
        int columns = table.indexOf(" (");
        String granted = columns < 0 ? "" : table.substring(columns);
        String name = columns < 0 ? table : table.substring(0, columns);
        statement.execute(
            "GRANT SELECT%s ON %s TO %s".formatted(granted, name, COLUMN_READER.user()));
      }
    }
    return COLUMN_READER;
  }

  /** All a statement could change: tables and their rows, routines, accounts, global settings. */
  public static Map<String, String> state(Connection root) throws SQLException {
    Map<String, String> state = new TreeMap<>();
    try (Statement statement = root.createStatement()) {
      read(statement, EVERYTHING, state);
      read(statement, "CHECKSUM TABLE " + String.join(", ", tables(statement)), state);
    }
    return state;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    Map<String, String> names = new TreeMap<>();
    read(
        statement,
        "SELECT CONCAT('`', table_schema, '`.`', table_name, '`'), '' FROM"
            + " information_schema.tables WHERE table_schema IN ('shop', 'hr') AND table_type ="
            + " 'BASE TABLE'",
        names);
    return List.copyOf(names.keySet());
  }

  private static void read(Statement statement, String sql, Map<String, String> state)
      throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        state.put(result.getString(1), result.getString(2));
      }
    }
  }
}
