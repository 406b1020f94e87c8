package org.wenshu.launcher;

import java.util.ArrayList;
import java.util.List;

/** The options that make a MariaDB server behave like the MySQL 8 that people ask. */
final class MariaDbOptions {
  private static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private MariaDbOptions() {}

  static List<String> of(EmbeddedDatabaseConfig config) {
    List<String> options = new ArrayList<>();
    // Connector/J reads tables that only MariaDB's own version numbers would make it expect.
    options.add("--version=8.0.2-MariaDB");
    options.add("--bind-address=127.0.0.1");
    options.add("--skip-name-resolve");
    // Otherwise every start draws a new 4096-bit key, which takes up to half a minute.
    options.add("--skip-ssl");
    options.add("--sql-mode=" + SQL_MODE);
    options.add("--character-set-server=utf8mb4");
    options.add("--collation-server=utf8mb4_unicode_ci");
    options.add("--pid-file=" + config.pidFile());
    options.add("--init-file=" + config.initFile());
    options.add("--max-connections=300");
    options.add("--innodb-buffer-pool-size=256M");
    // With less a large import waits more often for pages to be written back.
    options.add("--innodb-log-file-size=256M");
    // Survives the end of the process; only a crash of the machine may cost the last second.
    options.add("--innodb-flush-log-at-trx-commit=2");
    options.add("--skip-log-bin");
    if ("root".equals(System.getProperty("user.name"))) {
      options.add("--user=root");
    }
    options.addAll(config.options());
    return options;
  }
}
