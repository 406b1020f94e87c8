package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** The estimate of a real server, on tables whose cross join exceeds the default limit. */
class CostGateTest {
  private static final String SCHEMA = "cost_test";
  private static final List<String> TABLES = List.of("customers", "orders", "items", "products");
  private static final ExecutionConfig LIMITS =
      new ExecutionConfig(Duration.ofSeconds(10), 100, 1L << 20);
  private static StatementKiller killer;
  private static InMemoryPool pool;

  @BeforeAll
  static void fill() throws SQLException {
    TestingTargetDataSource target =
        new TestingTargetDataSource(TestingDatabase.createSchema(SCHEMA), Map.of());
    killer = new StatementKiller(target);
    pool = new InMemoryPool(target);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute("CREATE TABLE regions (id INT PRIMARY KEY, name VARCHAR(20))");
      statement.execute("INSERT INTO regions SELECT seq, seq FROM seq_1_to_7");
      for (String table : TABLES) {
        statement.execute(
            "CREATE TABLE %s (id INT PRIMARY KEY, parent INT, x INT, KEY (parent))"
                .formatted(table));
        statement.execute(
            "INSERT INTO %s SELECT seq, 1 + seq %% 40000, seq %% 97 FROM seq_1_to_40000"
                .formatted(table));
        statement.execute("ANALYZE TABLE " + table);
      }
    }
  }

  @AfterAll
  static void end() {
    killer.close();
  }

  private static Rows run(String sql, ExecutionConfig limits, Cancellation cancellation) {
    return new JdbcQueryExecutor(pool, killer, limits)
        .execute(
            TestingGuardedSql.ofLargeTables(sql),
            Deadline.after(Duration.ofMinutes(1)),
            cancellation);
  }

  private static Rows run(String sql) {
    return run(sql, LIMITS, new Cancellation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM orders a CROSS JOIN items b",
        "SELECT COUNT(*) FROM orders a JOIN items b ON a.id > 0 AND b.id > 0",
        "SELECT COUNT(*) FROM orders a JOIN items b ON a.x <> b.x",
        "SELECT COUNT(*) FROM orders a JOIN items b ON a.x + b.x > 1",
        "SELECT a.x FROM orders a UNION SELECT b.x FROM items b JOIN products c ON b.x < c.x",
        "SELECT SUM(d.n) FROM (SELECT a.x + b.x AS n FROM orders a JOIN items b) d",
        "WITH c AS (SELECT x FROM orders) SELECT COUNT(*) FROM c a JOIN c b ON a.x <> b.x",
        "SELECT o.id FROM orders o WHERE (SELECT COUNT(*) FROM items i WHERE i.x > o.x) > 5",
        "SELECT COUNT(*) FROM orders WHERE x > (SELECT COUNT(*) FROM items a JOIN products b)",
      })
  void refusesWhatMultipliesLargeTables(String sql) {
    ExecutionException refusal = catchThrowableOfType(ExecutionException.class, () -> run(sql));
    assertThat(refusal).as(sql).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.SQL_REFUSED);
    assertThat(run("SELECT 1").rows()).containsExactly(List.of(1L));
  }

  @Test
  void saysWhatItEstimatesAndWhatWouldHelp() {
    assertThatThrownBy(() -> run("SELECT COUNT(*) FROM orders a CROSS JOIN items b"))
        .isInstanceOfSatisfying(
            ExecutionException.class,
            e -> {
              assertThat(e.wording().chinese())
                  .contains("需要检查 1,600,000,000 种行组合，上限为 1,000,000,000", "增加筛选条件");
              assertThat(e.wording().english())
                  .contains(
                      "1,600,000,000 combinations of rows",
                      "the limit is 1,000,000,000",
                      "Add conditions");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT r.name, COUNT(*) FROM regions r JOIN customers c ON c.x % 7 + 1 = r.id"
            + " JOIN orders o ON o.parent = c.id JOIN items i ON i.parent = o.id"
            + " JOIN products p ON p.id = i.parent GROUP BY r.name",
        "SELECT COUNT(*) FROM orders o WHERE o.id IN (SELECT parent FROM items)",
        "SELECT COUNT(*) FROM orders o WHERE EXISTS (SELECT 1 FROM items i WHERE i.parent = o.id)",
        "SELECT id, (SELECT COUNT(*) FROM items i WHERE i.parent = o.id) FROM orders o",
        "SELECT d.x, COUNT(*) FROM (SELECT x, COUNT(*) AS n FROM orders GROUP BY x) d"
            + " JOIN customers c ON c.id = d.n GROUP BY d.x",
        "SELECT x FROM orders UNION ALL SELECT x FROM items UNION SELECT x FROM products",
        "SELECT MAX(id) FROM orders",
        "SELECT COUNT(*) FROM orders a, items b WHERE a.id < 9",
        "SELECT COUNT(*) FROM orders WHERE id IN (SELECT x FROM items)"
            + " OR id IN (SELECT x FROM products)",
        "SELECT x FROM orders UNION SELECT x FROM items ORDER BY x LIMIT 1",
        "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r WHERE i < 9)"
            + " SELECT COUNT(*) FROM r",
        "SELECT /*+ MAX_EXECUTION_TIME(30000) */ x FROM orders LIMIT 3",
      })
  void admitsWhatPeopleAsk(String sql) {
    assertThat(run(sql).rows()).isNotEmpty();
  }

  @Test
  void isOffAtZero() {
    ExecutionConfig off = new ExecutionConfig(Duration.ofSeconds(10), 100, 1L << 20, 0);
    assertThat(run("SELECT a.id FROM orders a CROSS JOIN items b", off, new Cancellation()).rows())
        .hasSize(100);
  }

  @Test
  void asksForThePlanOnlyWhereTheSizesCouldExceedTheLimit() {
    Rows rows =
        new JdbcQueryExecutor(pool, killer, LIMITS)
            .execute(
                TestingGuardedSql.of("SELECT a.id FROM orders a JOIN items b"),
                Deadline.after(Duration.ofMinutes(1)),
                new Cancellation());
    assertThat(rows.truncated()).isTrue();
  }

  @Test
  void readsAPlanLongerThanTheCapOfAnAnswer() {
    ExecutionConfig one = new ExecutionConfig(Duration.ofSeconds(10), 1, 1L << 20);
    String sql = "SELECT 1 UNION SELECT 2 UNION SELECT COUNT(*) FROM orders a JOIN items b";
    assertThatThrownBy(() -> run(sql, one, new Cancellation()))
        .isInstanceOfSatisfying(
            ExecutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_REFUSED));
  }

  @Test
  void leavesTheDatabaseToSayWhatIsWrongWithAStatement() {
    assertThatThrownBy(() -> run("SELECT nothing FROM orders"))
        .isInstanceOfSatisfying(
            ExecutionException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EXECUTION_FAILED);
              assertThat(e.wording().english()).contains("Unknown column 'nothing'");
            });
  }

  @Test
  void runsAStatementWhosePlanMayNotBeSeen() throws SQLException {
    TestingDatabase.get().dropSchema("cost_hidden");
    TestingDatabase.get().createSchema("cost_hidden");
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute("CREATE TABLE cost_hidden.t SELECT 1 AS id");
      statement.execute("CREATE VIEW hidden AS SELECT id FROM cost_hidden.t");
    }
    try (Connection reader = pool.getConnection();
        Statement statement = reader.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("EXPLAIN SELECT id FROM hidden"))
          .hasMessageContaining("lacking privileges");
      assertThat(run("SELECT id FROM hidden").rows()).containsExactly(List.of(1L));
    } finally {
      TestingDatabase.get().dropSchema("cost_hidden");
    }
  }

  @Test
  void cancellingReachesThePlanning() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement lock = root.createStatement()) {
      lock.execute("LOCK TABLES items WRITE");
      CompletableFuture<Rows> answer =
          CompletableFuture.supplyAsync(
              () -> run("SELECT COUNT(*) FROM items", LIMITS, cancellation));
      awaitPlanning(lock);
      cancellation.cancel();
      assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(CancellationException.class);
    }
    assertThat(run("SELECT COUNT(*) FROM items").rows()).containsExactly(List.of(40_000L));
  }

  @Test
  void planningIsPartOfTheTimeout() throws Exception {
    ExecutionConfig second = new ExecutionConfig(Duration.ofSeconds(1), 10, 1000);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement lock = root.createStatement()) {
      lock.execute("LOCK TABLES items WRITE");
      long start = System.nanoTime();
      assertThatThrownBy(() -> run("SELECT COUNT(*) FROM items", second, new Cancellation()))
          .isInstanceOfSatisfying(
              ExecutionException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.EXECUTION_TIMED_OUT));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static void awaitPlanning(Statement statement) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    boolean planning = false;
    while (!planning && System.nanoTime() < end) {
      try (ResultSet result =
          statement.executeQuery(
              "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'EXPLAIN%'"
                  + " AND state LIKE '%lock%'")) {
        planning = result.next() && result.getInt(1) > 0;
      }
      Thread.sleep(20);
    }
    assertThat(planning).isTrue();
  }
}
