package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.wenshu.launcher.Account;
import org.wenshu.launcher.DemoSchema;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;
import org.wenshu.launcher.demo.DemoData;

/** The demo schema in an embedded database of this run; everybody who is measured asks it. */
final class BenchDatabase implements AutoCloseable {
  private final EmbeddedDatabase database;

  private BenchDatabase(EmbeddedDatabase database) {
    this.database = database;
  }

  static BenchDatabase start(Path work) throws IOException, SQLException {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            new EmbeddedDatabaseConfig(
                work.resolve("database"), work.resolve("programs"), 0, List.of()));
    DemoSchema.load(database);
    return new BenchDatabase(database);
  }

  /** A connection of the read-only account. */
  Connection connect() throws SQLException {
    return database.connect(database.reader(), DemoData.SCHEMA);
  }

  /** A connection to Wenshu's own tables that may load local data. */
  Connection connectToStore() throws SQLException {
    Account store = database.store();
    return DriverManager.getConnection(
        database.url(EmbeddedDatabase.STORE_SCHEMA) + "&allowLoadLocalInfile=true",
        store.user(),
        store.password());
  }

  /** Where Wenshu finds its databases. */
  Map<String, String> properties() {
    Account reader = database.reader();
    Account store = database.store();
    return Map.of(
        "wenshu.target.url", database.url(DemoData.SCHEMA),
        "wenshu.target.user", reader.user(),
        "wenshu.target.password", reader.password(),
        "wenshu.store.url", database.url(EmbeddedDatabase.STORE_SCHEMA),
        "wenshu.store.user", store.user(),
        "wenshu.store.password", store.password());
  }

  /** Where the peer finds the same database. */
  Map<String, String> environment() {
    return Map.of(
        "DB_HOST", "127.0.0.1",
        "DB_PORT", Integer.toString(database.port()),
        "DB_USER", database.reader().user(),
        "DB_PASSWORD", database.reader().password(),
        "DB_NAME", DemoData.SCHEMA);
  }

  @Override
  public void close() {
    database.close();
  }
}
