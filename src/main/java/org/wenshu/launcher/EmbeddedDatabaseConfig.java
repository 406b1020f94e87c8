package org.wenshu.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * Where an embedded database lives.
 *
 * @param home folder of its data and accounts
 * @param binaries folder the server's programs are unpacked to, once; may be shared
 * @param port port on 127.0.0.1, or 0 for a free one
 * @param options further options of the server, each as on its command line
 */
public record EmbeddedDatabaseConfig(Path home, Path binaries, int port, List<String> options) {
  /** Keeps absolute paths and its own copy of the options. */
  public EmbeddedDatabaseConfig {
    home = home.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    options = List.copyOf(options);
  }

  /** Programs beside the data, a free port, no further options. */
  public static EmbeddedDatabaseConfig defaults(Path home) {
    return new EmbeddedDatabaseConfig(home, home.resolve("programs"), 0, List.of());
  }

  Path data() {
    return home.resolve("data");
  }

  Path pidFile() {
    return home.resolve("mariadbd.pid");
  }

  Path accountsFile() {
    return home.resolve("accounts.properties");
  }

  Path initFile() {
    return home.resolve("init.sql");
  }

  Path installedMarker() {
    return home.resolve("installed");
  }
}
