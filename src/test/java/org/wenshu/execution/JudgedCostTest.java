package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.generation.DraftSql;
import org.wenshu.guard.GuardedSql;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.SqlGuard;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;

/** Guard and gate one after the other, over the demo shop and its own catalogue. */
class JudgedCostTest {
  private static final ExecutionConfig LIMITS =
      new ExecutionConfig(Duration.ofSeconds(10), 100, 1L << 20, 5_000_000);
  private static final SqlGuard GUARD = new SqlGuard();
  private static SchemaSnapshot catalogue;
  private static StatementKiller killer;
  private static JdbcQueryExecutor executor;

  @BeforeAll
  static void scan() {
    TestingTargetDataSource target =
        new TestingTargetDataSource(TestingDatabase.demoUrl(), Map.of());
    catalogue = new SchemaScanner(target, SchemaConfig.defaults()).scan(Optional.empty());
    killer = new StatementKiller(target);
    executor = new JdbcQueryExecutor(target, killer, LIMITS);
  }

  @AfterAll
  static void end() {
    killer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM orders CROSS JOIN order_items",
        "SELECT COUNT(*) FROM orders a JOIN order_items b ON a.id > 0 AND b.order_id > 0",
        "SELECT COUNT(*) FROM orders a JOIN order_items b ON a.id <> b.order_id",
        "SELECT COUNT(*) FROM orders a, order_items b WHERE a.id + b.quantity > 0",
      })
  void gateStopsWhatTheShapeDoesNotBetray(String sql) {
    GuardedSql admitted = judged(sql);
    assertThatThrownBy(() -> run(admitted))
        .isInstanceOfSatisfying(
            ExecutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SQL_REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT c.name, COUNT(*) FROM users u JOIN orders o ON o.user_id = u.id"
            + " JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id"
            + " JOIN categories c ON c.id = p.category_id GROUP BY c.name",
        "SELECT COUNT(*) FROM orders a JOIN orders b ON b.user_id = a.user_id AND b.id < a.id",
      })
  void bothAdmitWhatFollowsTheKeys(String sql) {
    assertThat(run(judged(sql)).rows()).isNotEmpty();
  }

  @Test
  void guardStopsTwoJoinsWithoutAPredicate() {
    assertThat(judgement("SELECT COUNT(*) FROM orders, order_items, users"))
        .isInstanceOf(Judgement.Refused.class);
  }

  private static Judgement judgement(String sql) {
    return GUARD.judge(new DraftSql(sql), catalogue, Caller.anonymous());
  }

  private static GuardedSql judged(String sql) {
    return ((Judgement.Admitted) judgement(sql)).sql();
  }

  private static Rows run(GuardedSql sql) {
    return executor.execute(sql, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
  }
}
