package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.TopicKey;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;

/** The log of changes of a real server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Tag("own-server")
class LogWatchIT {
  private static final String SCHEMA = "feedlog";
  private static final Duration SELDOM = Duration.ofSeconds(3);

  private static EmbeddedDatabase database;

  private final BlockingQueue<String> prices = new LinkedBlockingQueue<>();
  private final AtomicInteger gaps = new AtomicInteger();

  @BeforeAll
  static void start() throws SQLException {
    Path folder = Path.of("target", "testing-database", "log-" + System.nanoTime());
    database =
        EmbeddedDatabase.start(
            new EmbeddedDatabaseConfig(
                folder,
                Path.of("target", "testing-database", "programs"),
                0,
                List.of("--log-bin=changes", "--binlog-format=ROW", "--server-id=1")));
    database.createSchema(SCHEMA);
    run(
        "CREATE TABLE market_ticks (symbol VARCHAR(20), id BIGINT AUTO_INCREMENT PRIMARY KEY,"
            + " event_time DATETIME(3), price DECIMAL(18,4))");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.connect(database.root(), SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void insert(String price) throws SQLException {
    run(
        "INSERT INTO market_ticks (symbol, event_time, price) VALUES ('AAPL', NOW(3), "
            + price
            + ")");
  }

  private TableSource source(FeedHub hub, PositionStore positions) {
    MysqlDataSource reading = new MysqlDataSource();
    reading.setUrl(database.url(SCHEMA));
    reading.setUser(database.root().user());
    reading.setPassword(database.root().password());
    TableConfig defaults = TableConfig.defaults();
    LogConfig log =
        new LogConfig(
            "127.0.0.1", database.port(), database.root().user(), database.root().password());
    return new TableSource(
        hub,
        new TableConfig(
            TableConfig.Mode.LOG,
            defaults.table(),
            Map.of(),
            "node",
            SELDOM,
            defaults.patience(),
            defaults.maxCatchUp()),
        reading,
        Optional.of(log),
        positions,
        new SourceState(),
        gaps::incrementAndGet,
        Thread::new);
  }

  private FeedHub hub() {
    FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
    hub.join(
        TopicKey.of("AAPL", Channel.PRICE),
        (update, snapshot) -> prices.add(update.members().get("price").toString()),
        false);
    return hub;
  }

  @Test
  void goesOnInTheLogWhereItHasEnded() throws Exception {
    InMemoryPositionStore positions = new InMemoryPositionStore();
    insert("3.25");
    try (TableSource source = source(hub(), positions)) {
      assertThat(source.after(0, List.of("AAPL"), true)).isNotEmpty();
      awaitFollowing();
      Thread.sleep(500); // so that the place is kept
    }
    run("UPDATE market_ticks SET price = 4.75 WHERE price = 3.25");
    prices.clear();
    try (TableSource source = source(hub(), positions)) {
      assertThat(source.after(0, List.of("AAPL"), true)).isNotEmpty();
      assertThat(arrives("4.7500", 10_000)).as("changed while nobody followed").isTrue();
      assertThat(gaps).hasValue(0);
    }
  }

  @Test
  void tellsThatTheLogWasNotKept() throws Exception {
    InMemoryPositionStore positions = new InMemoryPositionStore();
    positions.save(
        TableConfig.defaults().table(),
        "node",
        new TablePosition(
            0, List.of(), 0, Optional.of(new TablePosition.LogPlace("changes.000999", 4))));
    try (TableSource source = source(hub(), positions)) {
      assertThat(source.after(Long.MAX_VALUE, List.of("AAPL"), true)).isEmpty();
      long end = System.nanoTime() + 20_000_000_000L;
      while (gaps.get() == 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertThat(gaps).hasValue(1);
      awaitFollowing();
    }
  }

  @Test
  void tellsOfRowsLongBeforeTheyWouldBeAskedFor() throws Exception {
    try (TableSource source = source(hub(), new InMemoryPositionStore())) {
      assertThat(source.after(Long.MAX_VALUE, List.of("AAPL"), true)).isEmpty();
      awaitFollowing();
      for (int i = 1; i <= 5; i++) {
        long began = System.nanoTime();
        insert(i + ".5");
        assertThat(prices.poll(10, TimeUnit.SECONDS)).isEqualTo(i + ".5000");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SELDOM.dividedBy(2));
      }
      run("UPDATE market_ticks SET price = 77 WHERE price = 5.5");
      assertThat(prices.poll(10, TimeUnit.SECONDS)).isEqualTo("77.0000");
      assertThat(prices.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void passesOverRowsThatNobodyCanRead() throws Exception {
    FeedHub hub = hub();
    try (TableSource source = source(hub, new InMemoryPositionStore());
        Connection connection = database.connect(database.root(), SCHEMA);
        Statement statement = connection.createStatement()) {
      assertThat(source.after(Long.MAX_VALUE, List.of("AAPL"), true)).isEmpty();
      awaitFollowing();
      long refusedBefore = hub.rejected();
      statement.execute("SET SESSION sql_mode = ''");
      statement.execute(
          "INSERT INTO market_ticks (symbol, event_time, price)"
              + " SELECT 'AAPL', '0000-00-00 00:00:00', 1 FROM seq_1_to_1000");
      statement.execute("INSERT INTO market_ticks (symbol, event_time) VALUES (NULL, NULL)");
      insert("9.75");
      assertThat(arrives("9.7500", 10_000)).isTrue();
      assertThat(hub.rejected() - refusedBefore).isEqualTo(1_001);
      assertThat(source.after(lastId() - 1_002, List.of("AAPL"), true))
          .as("those who come back do not stop there either")
          .isNotEmpty();
    } finally {
      run("DELETE FROM market_ticks WHERE symbol IS NULL OR event_time < '1971-01-01'");
    }
  }

  private static long lastId() throws SQLException {
    try (Connection connection = database.connect(database.root(), SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(id) FROM market_ticks")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Until two rows one after the other arrive sooner than they would be asked for, as one alone may
   * by chance; and nothing of before is to come.
   */
  private void awaitFollowing() throws Exception {
    int inTime = 0;
    for (int attempt = 10; attempt < 60 && inTime < 2; attempt++) {
      insert("0." + attempt);
      inTime = arrives("0." + attempt + "00", 500) ? inTime + 1 : 0;
    }
    assertThat(inTime).as("rows that came by the log").isEqualTo(2);
  }

  private boolean arrives(String price, long millis) throws InterruptedException {
    String arrived = prices.poll(millis, TimeUnit.MILLISECONDS);
    while (arrived != null && !arrived.equals(price)) {
      arrived = prices.poll(millis, TimeUnit.MILLISECONDS);
    }
    return arrived != null;
  }
}
