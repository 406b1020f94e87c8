package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class JdbcQueryExecutorTest {
  private static final String SCHEMA = "execution_test";
  private static final ExecutionConfig LIMITS =
      new ExecutionConfig(Duration.ofSeconds(10), 100, 1L << 20);
  private static TestingTargetDataSource target;
  private static StatementKiller killer;
  private static InMemoryPool pool;

  @BeforeAll
  static void fill() throws SQLException {
    String url = TestingDatabase.createSchema(SCHEMA);
    target = new TestingTargetDataSource(url + "&allowMultiQueries=true", Map.of());
    killer = new StatementKiller(target);
    pool = new InMemoryPool(target);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute("SET sql_mode = ''");
      statement.execute(
          "CREATE TABLE typed (i INT, u BIGINT UNSIGNED, y YEAR, d DECIMAL(30,10), f FLOAT,"
              + " g DOUBLE, c CHAR(5), t TEXT, e ENUM('甲','乙'), s SET('a','b'), day DATE,"
              + " tim TIME(6), dt DATETIME(6), ts TIMESTAMP NULL, flag TINYINT(1), one BIT(1),"
              + " bits BIT(10), raw VARBINARY(8), big BLOB, j JSON)");
      statement.execute(
          "INSERT INTO typed VALUES (-7, 18446744073709551615, 2024,"
              + " 12345678901234567890.0123456789, 1.1, 1e25, '部', '长文', '乙', 'a,b', '2024-02-29',"
              + " '-100:30:05.000001', '2024-02-29 23:59:58.123456', '2024-03-01 00:00:00', 1,"
              + " b'1', b'1000000001', x'00ff', 'abc', '{\"k\": 1}')");
      statement.execute("INSERT INTO typed (i) VALUES (NULL)");
      statement.execute("CREATE TABLE zero (d DATE, dt DATETIME)");
      statement.execute("INSERT INTO zero VALUES ('0000-00-00', '2024-00-00 00:00:00')");
      statement.execute(
          "CREATE TABLE numbers (n INT PRIMARY KEY) SELECT seq AS n FROM seq_1_to_5000");
    }
  }

  @AfterAll
  static void end() {
    killer.close();
  }

  private static Rows run(String sql) {
    return run(sql, LIMITS, new Cancellation());
  }

  private static Rows run(String sql, ExecutionConfig limits, Cancellation cancellation) {
    return new JdbcQueryExecutor(pool, killer, limits)
        .execute(TestingGuardedSql.of(sql), Deadline.after(Duration.ofMinutes(1)), cancellation);
  }

  private static WenshuException failure(String sql) {
    return catchThrowableOfType(WenshuException.class, () -> run(sql));
  }

  @Test
  void readsEveryTypeWithoutLoss() {
    Rows rows = run("SELECT * FROM typed WHERE i = -7");
    List<Object> row = rows.rows().get(0);
    assertThat(row.subList(0, 17))
        .containsExactly(
            -7L,
            new BigInteger("18446744073709551615"),
            2024L,
            new BigDecimal("12345678901234567890.0123456789"),
            new BigDecimal("1.1"),
            new BigDecimal("1e25"),
            "部",
            "长文",
            "乙",
            "a,b",
            LocalDate.of(2024, 2, 29),
            new Rows.TimeOfDay("-100:30:05.000001"),
            LocalDateTime.of(2024, 2, 29, 23, 59, 58, 123_456_000),
            LocalDateTime.of(2024, 3, 1, 0, 0),
            1L,
            1L,
            513L);
    assertThat((byte[]) row.get(17)).containsExactly(0, 0xff);
    assertThat((byte[]) row.get(18)).containsExactly('a', 'b', 'c');
    assertThat(row.get(19)).isEqualTo("{\"k\": 1}");
    assertThat(rows.truncated()).isFalse();
  }

  @Test
  void readsNullInEveryType() {
    assertThat(run("SELECT * FROM typed WHERE i IS NULL").rows().get(0)).containsOnlyNulls();
  }

  @Test
  void keepsDatesThatAreNotOnTheCalendarAsText() {
    assertThat(run("SELECT * FROM zero").rows())
        .containsExactly(List.of("0000-00-00", "2024-00-00 00:00:00"));
  }

  @Test
  void keepsLabelsAsWrittenAndRepeated() {
    Rows rows = run("SELECT 1 AS `人数`, 2 AS `人数`, 3 AS `a b` FROM numbers WHERE n = 1");
    assertThat(rows.columns()).containsExactly("人数", "人数", "a b");
    assertThat(rows.rows()).containsExactly(List.of(1L, 2L, 3L));
  }

  @Test
  void answersAnEmptyResultWithItsColumns() {
    assertThat(run("SELECT n FROM numbers WHERE n < 0"))
        .isEqualTo(new Rows(List.of("n"), List.of(), false));
  }

  @ParameterizedTest
  @CsvSource({"100, false", "101, true", "4000, true"})
  void cutsAtTheRowCap(int wanted, boolean truncated) {
    Rows rows = run("SELECT n FROM numbers ORDER BY n LIMIT " + wanted);
    assertThat(rows.rows()).hasSize(100).startsWith(List.of(1L)).endsWith(List.of(100L));
    assertThat(rows.truncated()).isEqualTo(truncated);
    assertThat(run("SELECT COUNT(*) FROM numbers").rows()).containsExactly(List.of(5000L));
  }

  @Test
  void cutsAtTheSizeCap() {
    Rows rows = run("SELECT REPEAT('x', 200000) FROM numbers LIMIT 90");
    assertThat(rows.truncated()).isTrue();
    assertThat(rows.rows()).hasSizeBetween(2, 4);
    assertThat(run("SELECT 1").rows()).containsExactly(List.of(1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT x FROM numbers | Unknown column 'x' in 'SELECT'",
        "SELECT n FROM nowhere | Table 'execution_test.nowhere' doesn't exist",
        "SELECT n FROM mysql.user | SELECT command denied for table `mysql`.`user`",
      })
  void tellsWhatTheDatabaseSaid(String sql, String message) {
    WenshuException failure = failure(sql);
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.code()).isEqualTo(ErrorCode.EXECUTION_FAILED);
    assertThat(failure.wording().chinese()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE numbers SET n = 9 WHERE n = 1",
        "SELECT 1; SELECT 2",
        "SELECT LOAD_FILE('/etc/passwd') INTO OUTFILE '/tmp/x'",
        "SET SESSION TRANSACTION READ WRITE",
      })
  void runsNothingButOneRead(String sql) {
    assertThat(failure(sql)).isInstanceOf(ExecutionException.class);
    assertThat(run("SELECT @@tx_read_only, n FROM numbers WHERE n = 1").rows())
        .containsExactly(List.of(1L, 1L));
  }

  @Test
  void leavesBracesAndBackslashesToTheServer() {
    assertThat(run("SELECT '{d ''x''}', 'a\\tb', \"q\" FROM numbers LIMIT 1").rows())
        .containsExactly(List.of("{d 'x'}", "a\tb", "q"));
  }

  @Test
  void runsWhatBeginsWithAParenthesisOrACommonTable() {
    assertThat(run("(SELECT 1) UNION ALL (SELECT 2)").rows()).hasSize(2);
    assertThat(run("WITH a AS (SELECT 3 AS x) SELECT x FROM a").rows())
        .containsExactly(List.of(3L));
  }

  @Test
  void endsALateStatementAndSaysSo() {
    ExecutionConfig second = new ExecutionConfig(Duration.ofSeconds(1), 10, 1000);
    long start = System.nanoTime();
    assertThatThrownBy(() -> run("SELECT SLEEP(20)", second, new Cancellation()))
        .isInstanceOfSatisfying(
            ExecutionException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EXECUTION_TIMED_OUT);
              assertThat(e.wording().chinese()).isEqualTo("查询超时（1秒）");
              assertThat(e.wording().english()).isEqualTo("The query timed out after 1 s");
            });
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(run("SELECT 1").rows()).containsExactly(List.of(1L));
  }

  @Test
  void theServerEndsALateStatementEvenWithoutUs() throws SQLException {
    TestingTargetDataSource hasty =
        new TestingTargetDataSource(
            TestingDatabase.get().url(SCHEMA), Map.of("wenshu.execution.timeout", "PT1S"));
    JdbcQueryExecutor executor = new JdbcQueryExecutor(hasty, killer, LIMITS);
    assertThatThrownBy(
            () ->
                executor.execute(
                    TestingGuardedSql.of("SELECT SLEEP(20) FROM numbers"),
                    Deadline.after(Duration.ofMinutes(1)),
                    new Cancellation()))
        .isInstanceOfSatisfying(
            ExecutionException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.EXECUTION_TIMED_OUT));
  }

  @Test
  void cancellingKillsTheStatementOnTheServerAndWaitsForNothing() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Rows> answer =
        CompletableFuture.supplyAsync(
            () -> run("SELECT /* to be killed */ SLEEP(30)", LIMITS, cancellation));
    awaitRunning(1);
    long start = System.nanoTime();
    cancellation.cancel();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(CancellationException.class);
    awaitRunning(0);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void cancellingWhileRowsArriveEndsThem() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Rows> answer =
        CompletableFuture.supplyAsync(
            () ->
                run("SELECT /* to be killed */ n, SLEEP(0.5) FROM numbers", LIMITS, cancellation));
    awaitRunning(1);
    Thread.sleep(700);
    cancellation.cancel();
    assertThatThrownBy(() -> answer.get(3, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(CancellationException.class);
    awaitRunning(0);
  }

  @Test
  void connectionsComeBackCleanFromManyCancellations() {
    for (int i = 0; i < 20; i++) {
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Void> leaving =
          CompletableFuture.runAsync(
              cancellation::cancel,
              CompletableFuture.delayedExecutor(i * 3L, TimeUnit.MILLISECONDS));
      try {
        run("SELECT COUNT(*) FROM numbers a JOIN numbers b ON a.n < b.n", LIMITS, cancellation);
      } catch (CancellationException expected) {
        assertThat(cancellation.isCancelled()).isTrue();
      }
      leaving.join();
      assertThat(run("SELECT n FROM numbers WHERE n = 1").rows()).containsExactly(List.of(1L));
    }
    assertThat(pool.idle()).isLessThanOrEqualTo(3);
  }

  @Test
  void doesNotStartForAnAskerWhoIsGone() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> run("SELECT 1", LIMITS, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void survivesTheLossOfPooledConnections() throws SQLException {
    run("SELECT 1");
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      List<Long> ids = new ArrayList<>();
      try (ResultSet result =
          statement.executeQuery(
              "SELECT id FROM information_schema.processlist WHERE db = '"
                  + SCHEMA
                  + "'"
                  + " AND id <> CONNECTION_ID()")) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
      }
      for (long id : ids) {
        statement.execute("KILL CONNECTION " + id);
      }
    }
    WenshuException lost = failure("SELECT 1");
    if (lost != null) {
      assertThat(lost.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    }
    int tries = pool.idle();
    for (int i = 0; i < tries; i++) {
      failure("SELECT 1");
    }
    assertThat(run("SELECT 1").rows()).containsExactly(List.of(1L));
  }

  @Test
  void saysWhenThereIsNoDatabase() {
    TestingTargetDataSource nowhere =
        new TestingTargetDataSource("jdbc:mysql://127.0.0.1:1/x", Map.of());
    assertThatThrownBy(
            () ->
                new JdbcQueryExecutor(nowhere, killer, LIMITS)
                    .execute(
                        TestingGuardedSql.of("SELECT 1"),
                        Deadline.after(Duration.ofMinutes(1)),
                        new Cancellation()))
        .isNotInstanceOf(ExecutionException.class)
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
              assertThat(e.wording().chinese()).isEqualTo("数据库暂时不可用");
            });
  }

  private static void awaitRunning(int expected) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      int running = -1;
      while (running != expected && System.nanoTime() < end) {
        try (ResultSet result =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE info LIKE 'SELECT /* to be killed%'")) {
          result.next();
          running = result.getInt(1);
        }
        Thread.sleep(20);
      }
      assertThat(running).isEqualTo(expected);
    }
  }
}
