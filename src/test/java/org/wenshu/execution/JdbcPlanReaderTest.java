package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Plans of a real server, which may be long in coming, or not be for the account to see. */
class JdbcPlanReaderTest {
  private static final String SCHEMA = "plan_test";
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
      statement.execute("CREATE TABLE t (id INT PRIMARY KEY, x INT, KEY idx_x (x))");
      statement.execute("INSERT INTO t SELECT seq, seq % 10 FROM seq_1_to_1000");
      statement.execute("ANALYZE TABLE t");
    }
  }

  @AfterAll
  static void end() {
    killer.close();
  }

  private static QueryPlan plan(String sql, Duration patience, Cancellation cancellation) {
    return new JdbcPlanReader(pool, killer, ExecutionConfig.defaults())
        .plan(TestingGuardedSql.of(sql), Deadline.after(patience), cancellation);
  }

  private static QueryPlan plan(String sql) {
    return plan(sql, Duration.ofMinutes(1), new Cancellation());
  }

  @Test
  void readsHowEachTableIsReached() {
    assertThat(plan("SELECT a.id FROM t a JOIN t b ON b.id = a.x WHERE a.x = 3").rows())
        .satisfiesExactlyInAnyOrder(
            row -> {
              assertThat(row.table()).isEqualTo("a");
              assertThat(row.possibleKeys()).contains("idx_x");
              assertThat(row.key()).isEqualTo("idx_x");
              assertThat(row.access()).isEqualTo("ref");
              assertThat(row.rows().getAsDouble()).isBetween(50.0, 200.0);
            },
            row -> assertThat(row.table()).isEqualTo("b"));
  }

  @Test
  void runsNothing() {
    assertThat(plan("SELECT COUNT(*) FROM t a JOIN t b JOIN t c WHERE a.x + b.x + c.x = 3").rows())
        .hasSize(3);
  }

  @Test
  void hasNoPlanWhereTheServerGivesNone() {
    assertThat(plan("SELECT nothing FROM t")).isEqualTo(QueryPlan.UNTOLD);
    assertThat(pool.idle()).isEqualTo(1);
  }

  @Test
  void cancellingReachesThePlanning() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement lock = root.createStatement()) {
      lock.execute("LOCK TABLES t WRITE");
      CompletableFuture<QueryPlan> plan =
          CompletableFuture.supplyAsync(
              () -> plan("SELECT COUNT(*) FROM t", Duration.ofMinutes(1), cancellation));
      Thread.sleep(200);
      cancellation.cancel();
      assertThatThrownBy(() -> plan.get(5, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(CancellationException.class);
    }
    assertThat(plan("SELECT COUNT(*) FROM t").rows()).hasSize(1);
  }

  @Test
  void endsWithItsDeadline() throws Exception {
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement lock = root.createStatement()) {
      lock.execute("LOCK TABLES t WRITE");
      assertThatThrownBy(
              () -> plan("SELECT COUNT(*) FROM t", Duration.ofMillis(500), new Cancellation()))
          .isInstanceOfSatisfying(
              ExecutionException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.EXECUTION_TIMED_OUT));
    }
  }
}
