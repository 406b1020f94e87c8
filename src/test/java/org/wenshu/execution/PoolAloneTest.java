package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.WenshuException;
import org.wenshu.guard.Corpus;
import org.wenshu.guard.ShopDatabase;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.launcher.Account;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Every forbidden statement of the corpus, sent as it stands: no guard has seen it. Shows what the
 * session, the account and the executor stop by themselves, and that what they let through changes
 * nothing.
 */
class PoolAloneTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final ExecutionConfig LIMITS = new ExecutionConfig(TIMEOUT, 100, 1L << 20);

  private static final String[] NEVER_THROUGH = {"stacked", "delimiter", "write", "encoding"};

  private static Account columnReader;
  private static Connection root;
  private static Map<String, String> before;

  /** What a layer let through, by tag of the corpus. */
  private record Tally(Map<String, Integer> through) {
    Tally() {
      this(new TreeMap<>());
    }

    void letThrough(Corpus.Statement statement) {
      through.merge(statement.tag(), 1, Integer::sum);
    }

    int stopped() {
      return 300 - through.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  @BeforeAll
  static void load() throws SQLException {
    ShopDatabase.load();
    columnReader = ShopDatabase.columnReader();
    root = ShopDatabase.get().connect(ShopDatabase.get().root(), "mysql");
    before = ShopDatabase.state(root);
  }

  @AfterAll
  static void close() throws SQLException {
    root.close();
  }

  private static TestingTargetDataSource source(Account account) {
    return new TestingTargetDataSource(
        ShopDatabase.get().url(ShopDatabase.SCHEMA),
        Map.of(
            "wenshu.target.user", account.user(),
            "wenshu.target.password", account.password(),
            "wenshu.execution.timeout", TIMEOUT.toString()));
  }

  @Test
  void theSessionAndItsAccountLetNothingWrite() throws SQLException {
    Tally schema = sendRaw(ShopDatabase.get().reader());
    Tally columns = sendRaw(columnReader);
    assertThat(List.of(schema.stopped(), columns.stopped()))
        .as("%s%n%s", schema, columns)
        .containsExactly(180, 235);
    assertThat(schema.through()).doesNotContainKeys(NEVER_THROUGH);
    assertThat(columns.through()).doesNotContainKeys(NEVER_THROUGH).doesNotContainKey("table");
  }

  @Test
  void theExecutorOnTopKeepsTheSessionAsItWas() throws SQLException {
    Tally schema = execute(ShopDatabase.get().reader());
    Tally columns = execute(columnReader);
    assertThat(List.of(schema.stopped(), columns.stopped()))
        .as("%s%n%s", schema, columns)
        .containsExactly(199, 254);
    assertThat(schema.through()).doesNotContainKeys(NEVER_THROUGH);
    assertThat(columns.through()).doesNotContainKeys(NEVER_THROUGH).doesNotContainKey("table");
  }

  private static Tally sendRaw(Account account) throws SQLException {
    Tally tally = new Tally();
    for (Corpus.Statement forbidden : Corpus.read("deny.sql")) {
      try (Connection connection = source(account).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(forbidden.sql());
        tally.letThrough(forbidden);
      } catch (SQLException stopped) {
        assertThat(stopped.getMessage()).isNotBlank();
      }
    }
    assertUnchanged();
    return tally;
  }

  private static Tally execute(Account account) throws SQLException {
    Tally tally = new Tally();
    TestingTargetDataSource source = source(account);
    InMemoryPool pool = new InMemoryPool(source);
    try (StatementKiller killer = new StatementKiller(source)) {
      JdbcQueryExecutor executor = new JdbcQueryExecutor(pool, killer, LIMITS);
      for (Corpus.Statement forbidden : Corpus.read("deny.sql")) {
        try {
          run(executor, forbidden.sql());
          tally.letThrough(forbidden);
        } catch (WenshuException stopped) {
          assertThat(stopped.wording().english()).isNotBlank();
        }
        assertSessionAsItWas(pool, forbidden);
      }
    }
    assertUnchanged();
    return tally;
  }

  private static Rows run(QueryExecutor executor, String sql) {
    return executor.execute(
        TestingGuardedSql.of(sql), Deadline.after(Duration.ofMinutes(1)), new Cancellation());
  }

  private static void assertUnchanged() throws SQLException {
    assertThat(ShopDatabase.state(root)).isEqualTo(before);
  }

  private static void assertSessionAsItWas(InMemoryPool pool, Corpus.Statement forbidden)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT @@tx_read_only, @@sql_mode, @@max_statement_time, DATABASE()")) {
      result.next();
      assertThat(result.getString(1)).as(forbidden.sql()).isEqualTo("1");
      assertThat(result.getString(2)).as(forbidden.sql()).isEqualTo(ReadOnlySession.SQL_MODE);
      assertThat(result.getDouble(3)).as(forbidden.sql()).isEqualTo(1.0);
      assertThat(result.getString(4)).as(forbidden.sql()).isEqualTo("shop");
    }
  }
}
