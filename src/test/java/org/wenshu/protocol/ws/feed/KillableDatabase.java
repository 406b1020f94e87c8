package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;
import org.wenshu.launcher.LaunchException;

/** A database with a table of ticks and a log of its changes, which can be killed. */
final class KillableDatabase implements AutoCloseable {
  private static final String SCHEMA = "market";

  private final EmbeddedDatabaseConfig config;
  private EmbeddedDatabase database;

  private KillableDatabase(EmbeddedDatabaseConfig config) {
    this.config = config;
  }

  static KillableDatabase start(int port) throws SQLException {
    Path folder = Path.of("target", "testing-database");
    KillableDatabase killable =
        new KillableDatabase(
            new EmbeddedDatabaseConfig(
                folder.resolve("kill-" + System.nanoTime()),
                folder.resolve("programs"),
                port,
                List.of("--log-bin=changes", "--binlog-format=ROW", "--server-id=1")));
    killable.begin();
    killable.run(
        "CREATE TABLE market_ticks (id BIGINT AUTO_INCREMENT PRIMARY KEY, symbol VARCHAR(20),"
            + " event_time DATETIME(3), price DECIMAL(18,4), last_volume BIGINT)");
    return killable;
  }

  /** Starts it, once more after it was killed. */
  void begin() throws SQLException {
    database = EmbeddedDatabase.start(config);
    database.createSchema(EmbeddedDatabase.STORE_SCHEMA);
    database.createSchema(SCHEMA);
    database.openToReader(SCHEMA);
  }

  /** How far the server says that it has read. */
  long position() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(last_id) FROM wenshu.feed_position")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Ends it in the middle of whatever it does. */
  void kill() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readString(config.home().resolve("mariadbd.pid")).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
      close();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The database does not end", e);
    }
  }

  /** What a server needs to know of it. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("wenshu.target.url", database.url(SCHEMA));
    properties.put("wenshu.target.user", database.reader().user());
    properties.put("wenshu.target.password", database.reader().password());
    properties.put("wenshu.store.url", database.url(EmbeddedDatabase.STORE_SCHEMA));
    properties.put("wenshu.store.user", database.store().user());
    properties.put("wenshu.store.password", database.store().password());
    properties.put("wenshu.feed.table.log-user", database.root().user());
    properties.put("wenshu.feed.table.log-password", database.root().password());
    return properties;
  }

  Connection connect() throws SQLException {
    return database.connect(database.root(), SCHEMA);
  }

  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The ids of all rows after that one. */
  SortedSet<Long> rowsAfter(long id) throws SQLException {
    SortedSet<Long> rows = new TreeSet<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM market_ticks WHERE id > " + id)) {
      while (row.next()) {
        rows.add(row.getLong(1));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (LaunchException killed) {
      // There was nothing left to stop.
    }
  }
}
