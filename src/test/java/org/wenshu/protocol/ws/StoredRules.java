package org.wenshu.protocol.ws;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.EmbeddedDatabase;

/** Access rules as an administrator writes them. */
public final class StoredRules {
  private StoredRules() {}

  /**
   * Writes rules about one caller with one statement: none is ever in force without the others.
   *
   * @param rules each as effect, table, column and expression, separated by bars
   */
  public static StoredRules about(String caller, String... rules) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String rule : rules) {
      String[] parts = rule.split("\\|", 4);
      rows.add(
          "('CALLER', '%s', '%s', '%s', '%s', '%s')"
              .formatted(caller, parts[0], parts[1], parts[2], parts[3].replace("'", "''")));
    }
    run(
        "INSERT INTO access_rule (subject_level, subject, effect, table_name, column_name,"
            + " expression) VALUES "
            + String.join(", ", rows));
    return new StoredRules();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes all rules back. */
  public void delete() throws SQLException {
    run("DELETE FROM access_rule");
  }
}
