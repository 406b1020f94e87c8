package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;

class EmbeddedDatabaseTest {
  @Test
  void readerReadsTheDemoButCannotWrite() throws SQLException {
    try (Connection connection = TestingDatabase.connectAsReader();
        Statement statement = connection.createStatement()) {
      assertThat(number(statement, "SELECT COUNT(*) FROM users")).isPositive();
      assertThatThrownBy(() -> statement.execute("UPDATE users SET name = 'x'"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("SELECT * FROM mysql.global_priv"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void storeAccountOwnsItsSchemaOnly() throws SQLException {
    try (Connection connection =
            TestingDatabase.get().connect(TestingDatabase.store(), EmbeddedDatabase.STORE_SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE account_probe (id INT)");
      statement.execute("DROP TABLE account_probe");
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM shop.users"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void behavesLikeMySqlWhereQuestionsNeedIt() throws SQLException {
    try (Connection connection = TestingDatabase.connectAsReader();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT name, COUNT(*) FROM users"))
          .isInstanceOf(SQLException.class);
      assertThat(number(statement, "SELECT CHAR_LENGTH('问数🙂')")).isEqualTo(3);
      assertThat(number(statement, "SELECT @@character_set_server = 'utf8mb4'")).isEqualTo(1);
      assertThat(number(statement, "SELECT @@bind_address = '127.0.0.1'")).isEqualTo(1);
    }
  }

  @Test
  void passwordsAreNeededAndNobodyIsAnonymous() {
    EmbeddedDatabase database = TestingDatabase.get();
    for (String user : new String[] {"root", "", "wenshu_reader", "wenshu_root"}) {
      assertThatThrownBy(() -> database.connect(new Account(user, ""), "shop").close())
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void stopsBehindThoseWhoStillWrite() throws SQLException {
    Path folder = Path.of("target", "testing-database");
    Path home = folder.resolve("stopped-" + System.nanoTime());
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            new EmbeddedDatabaseConfig(home, folder.resolve("programs"), 0, List.of()));
    database.createSchema(EmbeddedDatabase.STORE_SCHEMA);
    List<String> written = new ArrayList<>();
    database.beforeClose(
        () -> {
          try (Connection connection =
                  database.connect(database.store(), EmbeddedDatabase.STORE_SCHEMA);
              Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE last_words (word INT)");
            written.add("last words");
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
        });

    database.close();

    assertThat(written).containsExactly("last words");
    assertThatThrownBy(() -> database.connect(database.store(), "").close())
        .isInstanceOf(SQLException.class);
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
