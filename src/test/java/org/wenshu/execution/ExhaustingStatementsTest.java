package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.WenshuException;
import org.wenshu.guard.Corpus;
import org.wenshu.guard.ShopDatabase;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Statements made to hold a server up, on tables large enough for it, with no guard in the way: the
 * timeout ends them, and the pool has its connection back.
 */
class ExhaustingStatementsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LATEST = TIMEOUT.plusSeconds(8);
  private static final ExecutionConfig LIMITS = new ExecutionConfig(TIMEOUT, 100, 1L << 20);

  private static InMemoryPool pool;
  private static StatementKiller killer;

  @BeforeAll
  static void fill() throws SQLException {
    ShopDatabase.load();
    try (Connection root = ShopDatabase.get().connect(ShopDatabase.get().root(), "shop");
        Statement statement = root.createStatement()) {
      for (String table : List.of("customers", "orders", "order_items")) {
        statement.execute("INSERT INTO " + table + " (id) SELECT seq FROM seq_100_to_20100");
      }
    }
    TestingTargetDataSource target =
        new TestingTargetDataSource(
            ShopDatabase.get().url(ShopDatabase.SCHEMA),
            Map.of(
                "wenshu.target.password", ShopDatabase.get().reader().password(),
                "wenshu.execution.timeout", TIMEOUT.toString()));
    pool = new InMemoryPool(target);
    killer = new StatementKiller(target);
  }

  @AfterAll
  static void close() {
    killer.close();
  }

  static List<Corpus.Statement> exhausting() {
    return Corpus.read("deny.sql").stream().filter(s -> s.tag().equals("dos")).toList();
  }

  @ParameterizedTest
  @MethodSource("exhausting")
  void holdNoConnectionBeyondTheTimeout(Corpus.Statement statement) throws SQLException {
    long start = System.nanoTime();
    try {
      execute(statement.sql());
    } catch (WenshuException ended) {
      assertThat(ended.wording().english()).isNotBlank();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
    assertThat(pool.idle()).as("connections back in the pool").isEqualTo(1);
    assertThat(execute("SELECT 1").rows()).containsExactly(List.of(1L));
    awaitNoneRunning();
  }

  private static Rows execute(String sql) {
    return new JdbcQueryExecutor(pool, killer, LIMITS)
        .execute(
            TestingGuardedSql.of(sql), Deadline.after(Duration.ofMinutes(1)), new Cancellation());
  }

  /** The server may need a moment to notice that it has been told. */
  private static void awaitNoneRunning() throws SQLException {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    int running = running();
    while (running > 0 && System.nanoTime() < end) {
      running = running();
    }
    assertThat(running).isZero();
  }

  /** Statements of others that the server is still at. */
  private static int running() throws SQLException {
    try (Connection root = ShopDatabase.get().connect(ShopDatabase.get().root(), "shop");
        Statement statement = root.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE db = 'shop' AND command = 'Query' AND id <> CONNECTION_ID()")) {
      result.next();
      return result.getInt(1);
    }
  }
}
