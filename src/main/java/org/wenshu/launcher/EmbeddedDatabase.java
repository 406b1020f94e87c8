package org.wenshu.launcher;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/**
 * A MariaDB server of our own on 127.0.0.1, as a child process. It has three accounts: root, store
 * (everything on schema {@code wenshu}) and reader (SELECT on the schemas opened to it). Data stays
 * in the home folder between runs. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The schema of Wenshu's own tables. */
  public static final String STORE_SCHEMA = "wenshu";

  private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private final MariaDb server;
  private final Accounts accounts;
  private final HomeLock lock;
  private volatile Runnable before = () -> {};
  private boolean closed;

  private EmbeddedDatabase(MariaDb server, Accounts accounts, HomeLock lock) {
    this.server = server;
    this.accounts = accounts;
    this.lock = lock;
  }

  /**
   * Starts the server, installing it first when the home folder is new (some seconds).
   *
   * @throws LaunchException when another run uses the home folder or the server does not come up
   */
  public static EmbeddedDatabase start(EmbeddedDatabaseConfig config) {
    HomeLock lock = HomeLock.acquire(config.home());
    try {
      OrphanedServer.end(config);
      Accounts accounts = Accounts.loadOrCreate(config.accountsFile());
      PrivateFiles.create(config.initFile());
      Files.writeString(config.initFile(), accounts.initFile());
      MariaDb server = MariaDb.start(config, config.port() == 0 ? freePort() : config.port());
      Files.delete(config.initFile());
      EmbeddedDatabase database = new EmbeddedDatabase(server, accounts, lock);
      Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
      return database;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw new LaunchException(
          ErrorCode.DATABASE_UNAVAILABLE,
          new Wording(
              "内嵌数据库未能启动：" + e.getMessage(),
              "The embedded database did not start: " + e.getMessage()),
          e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return server.getConfiguration().getPort();
  }

  /** The JDBC address of a schema, without account. */
  public String url(String schema) {
    return "jdbc:mysql://127.0.0.1:%d/%s?allowPublicKeyRetrieval=true&sslMode=DISABLED"
        .formatted(port(), schema);
  }

  /** May do everything; for setting up, never for answering. */
  public Account root() {
    return accounts.root();
  }

  /** Owns schema {@code wenshu}. */
  public Account store() {
    return accounts.store();
  }

  /** May read the schemas opened by {@link #openToReader}. */
  public Account reader() {
    return accounts.reader();
  }

  /** Opens a connection of the account to the schema; the caller closes it. */
  public Connection connect(Account account, String schema) throws SQLException {
    return DriverManager.getConnection(url(schema), account.user(), account.password());
  }

  /** Creates the schema if it is missing. */
  public void createSchema(String schema) throws SQLException {
    execute("CREATE DATABASE IF NOT EXISTS `%s`".formatted(checked(schema)));
  }

  /** Drops the schema with all its tables if it is there. */
  public void dropSchema(String schema) throws SQLException {
    execute("DROP DATABASE IF EXISTS `%s`".formatted(checked(schema)));
  }

  /** Lets the reader SELECT from the schema; does not outlast a restart. */
  public void openToReader(String schema) throws SQLException {
    execute("GRANT SELECT, SHOW VIEW ON `%s`.* TO 'wenshu_reader'@'%%'".formatted(checked(schema)));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect(root(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void stopBehindOthers() throws ManagedProcessException {
    try {
      before.run();
    } finally {
      server.stop();
    }
  }

  private static String checked(String schema) {
    if (!SCHEMA_NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a plain schema name: " + schema);
    }
    return schema;
  }

  /**
   * Has that be done before the server stops: what runs when the JVM ends runs all at once, and
   * whoever still has something to write must come first.
   */
  public void beforeClose(Runnable first) {
    before = first;
  }

  /**
   * Stops the server and waits for its end; the data stays. Happens by itself when the JVM ends;
   * closing twice does nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      stopBehindOthers();
    } catch (ManagedProcessException e) {
      throw new LaunchException(
          ErrorCode.INTERNAL, new Wording("内嵌数据库未能停止", "The embedded database did not stop"), e);
    } finally {
      lock.close();
    }
  }
}
