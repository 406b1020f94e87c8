package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.WenshuException;
import org.wenshu.values.StoredValues;

class JdbcStoredValuesTest {
  private static StoredValues stored;

  @BeforeAll
  static void fill() throws SQLException {
    String url = TestingDatabase.createSchema("stored_values_test");
    stored = new JdbcStoredValues(new TestingTargetDataSource(url, Map.of()));
    try (Connection root = TestingDatabase.connectAsRoot("stored_values_test");
        Statement statement = root.createStatement()) {
      statement.execute(
          "CREATE TABLE t (a VARCHAR(20) COLLATE utf8mb4_general_ci, b VARCHAR(20) COLLATE"
              + " utf8mb4_bin, `c``d` VARCHAR(20) COLLATE utf8mb4_general_nopad_ci)");
      statement.execute(
          "INSERT INTO t VALUES ('大数据部', 'x', 'p '), ('大数据部', 'y', 'p '), (NULL, 'z', 'q')");
    }
  }

  @Test
  void readsDistinctValuesVerbatim() {
    assertThat(stored.read("t", "a", 10).values()).containsExactly("大数据部");
    assertThat(stored.read("t", "c`d", 10).values()).containsExactlyInAnyOrder("p ", "q");
  }

  @Test
  void readsNoMoreThanTheLimit() {
    assertThat(stored.read("t", "b", 2).values()).hasSize(2);
  }

  @Test
  void tellsHowTheCollationCompares() {
    assertThat(stored.read("t", "a", 1).caseSensitive()).isFalse();
    assertThat(stored.read("t", "a", 1).padded()).isTrue();
    assertThat(stored.read("t", "b", 1).caseSensitive()).isTrue();
    assertThat(stored.read("t", "c`d", 1).padded()).isFalse();
  }

  @Test
  void failsWithACodeWhenTheColumnCannotBeRead() {
    assertThatThrownBy(() -> stored.read("t", "nowhere", 1)).isInstanceOf(WenshuException.class);
  }
}
