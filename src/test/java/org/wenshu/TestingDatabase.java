package org.wenshu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wenshu.launcher.Account;
import org.wenshu.launcher.DemoSchema;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;
import org.wenshu.launcher.demo.DemoData;

/**
 * One embedded database per test JVM, started at first use with the demo schema loaded, on a free
 * port, and stopped when the JVM ends. Several JVMs may each have theirs at the same time.
 */
public final class TestingDatabase {
  private static final Path FOLDER = Path.of("target", "testing-database");

  private TestingDatabase() {}

  private static final class Holder {
    static final EmbeddedDatabase DATABASE = start();
  }

  /** The running server. */
  public static EmbeddedDatabase get() {
    return Holder.DATABASE;
  }

  /** The JDBC address of the demo schema, without account. */
  public static String demoUrl() {
    return get().url(DemoData.SCHEMA);
  }

  /** The JDBC address of Wenshu's own schema, without account. */
  public static String storeUrl() {
    return get().url(EmbeddedDatabase.STORE_SCHEMA);
  }

  /** May SELECT from the demo schema and from scratch schemas, no more. */
  public static Account reader() {
    return get().reader();
  }

  /** Owns Wenshu's own schema. */
  public static Account store() {
    return get().store();
  }

  /** May do everything. */
  public static Account root() {
    return get().root();
  }

  /** A read-only account's connection to the demo schema. */
  public static Connection connectAsReader() throws SQLException {
    return get().connect(reader(), DemoData.SCHEMA);
  }

  /** An all-powerful connection to the schema, quick at batches. */
  public static Connection connectAsRoot(String schema) throws SQLException {
    String url = get().url(schema) + "&rewriteBatchedStatements=true";
    return DriverManager.getConnection(url, root().user(), root().password());
  }

  /**
   * Creates an empty schema of that name, dropping what had the name before; the reader may SELECT
   * from it. Returns its JDBC address, without account.
   */
  public static String createSchema(String name) {
    try {
      get().dropSchema(name);
      get().createSchema(name);
      get().openToReader(name);
      return get().url(name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create schema " + name, e);
    }
  }

  private static EmbeddedDatabase start() {
    try {
      Files.createDirectories(FOLDER);
      Path home = Files.createTempDirectory(FOLDER.toAbsolutePath(), "run-");
      EmbeddedDatabase database =
          EmbeddedDatabase.start(
              new EmbeddedDatabaseConfig(home, FOLDER.resolve("programs"), 0, List.of()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(database, home)));
      DemoSchema.load(database);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the demo schema cannot be loaded", e);
    }
  }

  private static void discard(EmbeddedDatabase database, Path home) {
    database.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
