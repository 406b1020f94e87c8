package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/**
 * The one-command run: a database unless the user named one, the demo in it, Wenshu's own tables
 * and a web server on this machine's loopback address.
 */
public final class Launcher {
  private final LaunchSettings settings;
  private final Terminal terminal;

  private Launcher(LaunchSettings settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  /** Runs until the process is told to end. Exits with 1 and one sentence when it cannot go on. */
  public static void main(String[] arguments) throws InterruptedException {
    Terminal terminal = Terminal.standard();
    ParentWatch.begin();
    try {
      new Launcher(LaunchSettings.read(), terminal).run();
    } catch (LaunchException e) {
      terminal.failure(e.wording());
    } catch (IOException e) {
      terminal.failure(new Wording("无法启动：" + e.getMessage(), "Cannot start: " + e.getMessage()));
    }
    // Runs the shutdown hooks, which stop what has been started.
    System.exit(1);
  }

  private void run() throws IOException, InterruptedException {
    WebServer.requireFreePort(settings.httpPort());
    settings.target().ifPresent(database -> database.requireReachable("wenshu.target.url"));
    settings.store().ifPresent(database -> database.requireReachable("wenshu.store.url"));
    HomeLock lock = HomeLock.acquire(settings.home());
    try {
      serve();
    } finally {
      lock.close();
    }
  }

  private void serve() throws IOException, InterruptedException {
    Path log = ServerLog.begin(settings.home().resolve("logs"));
    Optional<EmbeddedDatabase> embedded = startDatabase();
    DatabaseAddress store = settings.store().orElseGet(() -> ownTables(embedded.orElseThrow()));
    ServerConfiguration configuration = configuration(embedded, store);
    Optional<String> token = grantAccess(configuration);
    terminal.step(new Wording("正在启动服务器……", "Starting the server ..."));
    WebServer server =
        WebServer.start(
            settings, settings.home().resolve("server"), log, configuration.variables());
    embedded.ifPresent(database -> database.beforeClose(server::close));
    new Readiness(server, settings.httpPort(), log).await();
    awaitCatalogue(store, log);
    terminal.say(new Welcome(settings, token, log).text());
    server.awaitEnd();
    throw new LaunchException(
        ErrorCode.INTERNAL,
        new Wording(
            "服务器已意外停止；原因见 %s。".formatted(log), "The server ended; %s says why.".formatted(log)));
  }

  private Optional<EmbeddedDatabase> startDatabase() {
    if (settings.target().isPresent() && settings.store().isPresent()) {
      return Optional.empty();
    }
    EmbeddedDatabaseConfig config =
        EmbeddedDatabaseConfig.defaults(settings.home().resolve("database"));
    terminal.step(
        Files.exists(config.installedMarker())
            ? new Wording("正在启动内嵌数据库……", "Starting the embedded database ...")
            : new Wording(
                "正在安装并启动内嵌数据库（仅首次）……",
                "Installing and starting the embedded database (first run only) ..."));
    return Optional.of(EmbeddedDatabase.start(config));
  }

  /** Not a reason to stop: the server goes on trying, and answers from then on. */
  private void awaitCatalogue(DatabaseAddress store, Path log) throws InterruptedException {
    terminal.step(new Wording("正在读取数据库结构……", "Reading the schema ..."));
    if (!new CatalogueWatch(store).await()) {
      terminal.step(
          new Wording(
              "数据库结构尚未读完，稍后才能提问；详情见 %s。".formatted(log),
              "The schema is not known yet, questions have to wait; see %s.".formatted(log)));
    }
  }

  private ServerConfiguration configuration(
      Optional<EmbeddedDatabase> embedded, DatabaseAddress store) {
    ServerConfiguration configuration = new ServerConfiguration();
    configuration.putDatabase(
        "wenshu.target", settings.target().orElseGet(() -> demo(embedded.orElseThrow())));
    configuration.putDatabase("wenshu.store", store);
    if (settings.target().isEmpty()) {
      // The demo has no market of its own.
      configuration.putDefault("wenshu.feed.simulator.enabled", "true");
    }
    return configuration;
  }

  /** Returns the token that opens the page, when one does. */
  private Optional<String> grantAccess(ServerConfiguration configuration) throws IOException {
    switch (settings.access()) {
      case OPEN -> configuration.put("wenshu.security.auth", "off");
      case BY_TOKEN -> {
        String token = AccessToken.loadOrCreate(settings.home().resolve("access-token"));
        configuration.put("wenshu.security.auth", "required");
        configuration.put("wenshu.security.tokens", token + "=local");
        // Whoever starts the server knows the password of its database anyway.
        configuration.put("wenshu.security.identities", "{\"local\":{\"roles\":[\"admin\"]}}");
        return Optional.of(token);
      }
      case AS_CONFIGURED -> {
        // Given by the user; it reaches the server as it is.
      }
    }
    return Optional.empty();
  }

  private DatabaseAddress demo(EmbeddedDatabase database) {
    return new DemoInstallation(database, settings.home()).ensure(terminal);
  }

  private static DatabaseAddress ownTables(EmbeddedDatabase database) {
    return new DatabaseAddress(database.url(EmbeddedDatabase.STORE_SCHEMA), database.store());
  }
}
