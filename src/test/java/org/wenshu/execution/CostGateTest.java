package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.guard.GuardedSql;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** What the server expects to be too much does not run. */
class CostGateTest {
  private static final String SCHEMA = "cost_test";
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static TestingTargetDataSource target;
  private static StatementKiller killer;
  private static InMemoryPool pool;

  @BeforeAll
  static void fill() throws SQLException {
    String url = TestingDatabase.createSchema(SCHEMA);
    target =
        new TestingTargetDataSource(url, Map.of("wenshu.execution.timeout", TIMEOUT.toString()));
    killer = new StatementKiller(target);
    pool = new InMemoryPool(target);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      for (String table : List.of("a", "b", "c", "d", "e")) {
        statement.execute(
            "CREATE TABLE %s (n INT PRIMARY KEY, m INT) SELECT seq AS n, seq DIV 10 AS m"
                    .formatted(table)
                + " FROM seq_1_to_5000");
      }
      statement.execute("ANALYZE TABLE a, b, c, d, e");
    }
  }

  @AfterAll
  static void end() {
    killer.close();
  }

  private static Rows run(GuardedSql sql, long mostCombinations) {
    return new JdbcQueryExecutor(
            pool, killer, new ExecutionConfig(TIMEOUT, 100, 1L << 20, mostCombinations))
        .execute(sql, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
  }

  private static Rows run(String sql) {
    return run(TestingGuardedSql.ofLargeTables(sql), ExecutionConfig.defaults().maxCombinations());
  }

  private static WenshuException failure(String sql) {
    return catchThrowableOfType(WenshuException.class, () -> run(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM a, b, c",
        "SELECT COUNT(*) FROM a JOIN b ON a.n > 0 AND b.n > 0 JOIN c ON c.m <> b.m",
        "SELECT COUNT(*) FROM a JOIN b ON a.m <> b.m JOIN c ON c.m < b.m",
        "SELECT n FROM a WHERE n > (SELECT COUNT(*) FROM b, c WHERE b.m + c.m > a.m)"
      })
  void joinsThatRelateNothingAreRefused(String sql) {
    WenshuException refused = failure(sql);
    assertThat(refused.code()).isEqualTo(ErrorCode.SQL_REFUSED);
    assertThat(refused.wording().english())
        .contains("combinations of rows, the limit is 10,000,000,000");
    assertThat(refused.wording().chinese()).contains("上限为 10,000,000,000");
    assertThat(pool.idle()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM a JOIN b USING (n) JOIN c USING (n) JOIN d USING (n) JOIN e USING (n)",
        "SELECT COUNT(*) FROM a, b WHERE a.n < 9",
        "SELECT COUNT(*) FROM a WHERE n IN (SELECT m FROM b) OR n IN (SELECT m FROM c)",
        "SELECT COUNT(*) FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.n = a.n)",
        "SELECT n FROM a UNION SELECT n FROM b ORDER BY n LIMIT 1",
        "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r WHERE i < 9)"
            + " SELECT COUNT(*) FROM r"
      })
  void sensibleOnesRun(String sql) {
    assertThat(run(sql).rows()).isNotEmpty();
  }

  @Test
  void aLimitOfNothingLetsThemRunIntoTheTimeout() {
    GuardedSql sql = TestingGuardedSql.ofLargeTables("SELECT SUM(a.m + b.m + c.m) FROM a, b, c");
    assertThat(catchThrowableOfType(WenshuException.class, () -> run(sql, 0)).code())
        .isEqualTo(ErrorCode.EXECUTION_TIMED_OUT);
  }

  @Test
  void smallTablesAreNotEvenAskedAbout() {
    assertThat(run(TestingGuardedSql.of("SELECT COUNT(*) FROM a"), 1).rows())
        .containsExactly(List.of(5000L));
  }

  @Test
  void whatIsWrongWithAStatementItSaysItself() {
    assertThat(failure("SELECT nothing FROM a").wording().english())
        .contains("Unknown column 'nothing'");
  }

  @Test
  void readsThePlansOfMySqlToo() throws SQLException {
    String plan =
        "SELECT 1 AS id, 'PRIMARY' AS select_type, '<derived2>' AS `table`, '20' AS `rows`"
            + " UNION ALL SELECT 1, 'PRIMARY', 'c', '3'"
            + " UNION ALL SELECT 2, 'DERIVED', 'o', '100'"
            + " UNION ALL SELECT 3, 'DEPENDENT SUBQUERY', 'i', '5'"
            + " UNION ALL SELECT 4, 'UNCACHEABLE SUBQUERY', NULL, NULL"
            + " UNION ALL SELECT NULL, 'UNION RESULT', '<union1,2>', NULL";
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(plan)) {
      assertThat(PlanEstimate.read(rows).combinations()).isEqualTo((20 * 3 + 100) * 6.0);
    }
  }
}
