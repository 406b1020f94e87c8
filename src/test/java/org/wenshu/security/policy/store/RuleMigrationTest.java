package org.wenshu.security.policy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;

/** What an update makes of rules written before roles opened tables. */
class RuleMigrationTest {
  private static final String SCHEMA = "rule_migration";

  @Test
  void keepsOpenWhatRulesLeftOpen() throws SQLException {
    String url = TestingDatabase.createSchema(SCHEMA);
    migrate(url, "4");
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute(
          "INSERT INTO access_rule (subject_level, effect, table_name)"
              + " VALUES ('EVERYONE', 'DENY_TABLE', 'salaries')");
    }
    migrate(url, "4.1");
    assertThat(rules()).containsExactly("EVERYONE DENY_TABLE salaries", "EVERYONE ALLOW_TABLE *");
  }

  @Test
  void opensNothingWhereNoRulesWere() throws SQLException {
    migrate(TestingDatabase.createSchema(SCHEMA), "latest");
    assertThat(rules()).isEmpty();
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, TestingDatabase.root().user(), TestingDatabase.root().password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static List<String> rules() throws SQLException {
    List<String> rules = new ArrayList<>();
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM access_rule ORDER BY id")) {
      while (rows.next()) {
        rules.add(
            String.join(
                " ",
                rows.getString("subject_level"),
                rows.getString("effect"),
                rows.getString("table_name")));
      }
    }
    return rules;
  }
}
