package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
class LogWatchIT {
  private static final String SCHEMA = "feedlog";
  private static final Duration SELDOM = Duration.ofSeconds(3);

  private static EmbeddedDatabase database;

  private final BlockingQueue<String> prices = new LinkedBlockingQueue<>();

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

  private TableSource source(FeedHub hub) {
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
        new InMemoryPositionStore(),
        new SourceState(),
        () -> {},
        Thread::new);
  }

  @Test
  void tellsOfRowsLongBeforeTheyWouldBeAskedFor() throws Exception {
    FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
    hub.join(
        TopicKey.of("AAPL", Channel.PRICE),
        (update, snapshot) -> prices.add(update.members().get("price").toString()),
        false);
    try (TableSource source = source(hub)) {
      assertThat(source.after(0, List.of("AAPL"))).isEmpty();
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

  /** Until a row arrives sooner than it would be asked for, and nothing of before is to come. */
  private void awaitFollowing() throws Exception {
    for (int attempt = 10; attempt < 40; attempt++) {
      insert("0." + attempt);
      if (arrives("0." + attempt + "00")) {
        return;
      }
    }
    throw new AssertionError("The log is not followed");
  }

  private boolean arrives(String price) throws InterruptedException {
    String arrived = prices.poll(500, TimeUnit.MILLISECONDS);
    while (arrived != null && !arrived.equals(price)) {
      arrived = prices.poll(500, TimeUnit.MILLISECONDS);
    }
    return arrived != null;
  }
}
