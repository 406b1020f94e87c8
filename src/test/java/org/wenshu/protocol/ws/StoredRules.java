package org.wenshu.protocol.ws;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.EmbeddedDatabase;

/** Access rules as an administrator writes them. */
final class StoredRules {
  private StoredRules() {}

  /**
   * Writes rules about one caller.
   *
   * @param rules each as effect, table, column and expression, separated by bars
   */
  static StoredRules about(String caller, String... rules) throws SQLException {
    for (String rule : rules) {
      String[] parts = rule.split("\\|", 4);
      run(
          "INSERT INTO access_rule (subject_level, subject, effect, table_name, column_name,"
              + " expression) VALUES ('CALLER', '%s', '%s', '%s', '%s', '%s')"
                  .formatted(caller, parts[0], parts[1], parts[2], parts[3].replace("'", "''")));
    }
    return new StoredRules();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes all rules back. */
  void delete() throws SQLException {
    run("DELETE FROM access_rule");
  }
}
