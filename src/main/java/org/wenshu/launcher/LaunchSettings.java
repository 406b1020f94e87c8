package org.wenshu.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/**
 * What the person who starts the run may decide. Each key is a system property or, failing that, an
 * environment variable of the same name in capitals with underscores; blank means absent.
 *
 * @param home folder for everything that outlasts the run
 * @param httpPort port of the page on 127.0.0.1
 * @param war the application to deploy
 * @param target the database to ask, when it is not the demo
 * @param store the database for Wenshu's own tables, when it is not the embedded one
 * @param access who may connect
 * @param serverOptions further options of the server's JVM, such as {@code -Xmx2g}
 */
record LaunchSettings(
    Path home,
    int httpPort,
    Path war,
    Optional<DatabaseAddress> target,
    Optional<DatabaseAddress> store,
    Access access,
    List<String> serverOptions) {
  private static final int DEFAULT_PORT = 8080;
  private static final int LARGEST_PORT = 65_535;

  /** Reads from this process's properties and environment. */
  static LaunchSettings read() {
    return read(System::getProperty, System::getenv);
  }

  static LaunchSettings read(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    Keys keys = new Keys(properties, environment);
    Optional<DatabaseAddress> target = keys.database("wenshu.target");
    return new LaunchSettings(
        keys.get("wenshu.home")
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".wenshu"))
            .toAbsolutePath()
            .normalize(),
        keys.get("wenshu.http.port").map(LaunchSettings::port).orElse(DEFAULT_PORT),
        Path.of(keys.get("wenshu.launcher.war").orElse("target/wenshu.war")).toAbsolutePath(),
        target,
        keys.database("wenshu.store"),
        access(keys, target.isPresent()),
        keys.get("wenshu.server.jvm-options").map(LaunchSettings::words).orElse(List.of()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  /** The demo holds nothing of anybody's; a database of the user's is not for everyone nearby. */
  private static Access access(Keys keys, boolean ownDatabase) {
    if (keys.get("wenshu.security.auth").isPresent()
        || keys.get("wenshu.security.tokens").isPresent()) {
      boolean off = keys.get("wenshu.security.auth").filter("off"::equalsIgnoreCase).isPresent();
      return off ? Access.OPEN : Access.AS_CONFIGURED;
    }
    return ownDatabase ? Access.BY_TOKEN : Access.OPEN;
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= LARGEST_PORT) {
        return port;
      }
    }
    throw new LaunchException(
        ErrorCode.MALFORMED_REQUEST,
        new Wording(
            "wenshu.http.port 应为 1 到 65535 的端口号，而不是“%s”。".formatted(text),
            "wenshu.http.port must be a port from 1 to 65535, not \"%s\".".formatted(text)));
  }

  private record Keys(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    Optional<String> get(String key) {
      String variable = ServerConfiguration.variable(key);
      return Optional.ofNullable(properties.apply(key))
          .filter(value -> !value.isBlank())
          .or(() -> Optional.ofNullable(environment.apply(variable)))
          .filter(value -> !value.isBlank());
    }

    Optional<DatabaseAddress> database(String prefix) {
      return get(prefix + ".url")
          .map(
              url ->
                  new DatabaseAddress(
                      url,
                      new Account(
                          get(prefix + ".user").orElse(""), get(prefix + ".password").orElse(""))));
    }
  }
}
