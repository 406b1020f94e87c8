package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.TopicKey;
import org.wenshu.feed.Update;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.launcher.EmbeddedDatabaseConfig;

/** Ticks that are brought, kept in a table of a real server, and told by it. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@Tag("own-server")
class JdbcTickTableIT {
  private static final String SCHEMA = "feedkept";

  private static EmbeddedDatabase database;

  private final BlockingQueue<Update> told = new LinkedBlockingQueue<>();
  private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
  private final Ingest ingest = new Ingest(hub, new SourceState(), Clock.systemUTC());
  private TableSource source;

  @BeforeAll
  static void start() throws SQLException {
    Path folder = Path.of("target", "testing-database");
    database =
        EmbeddedDatabase.start(
            new EmbeddedDatabaseConfig(
                folder.resolve("kept-" + System.nanoTime()),
                folder.resolve("programs"),
                0,
                List.of()));
    database.createSchema(SCHEMA);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void follow() throws SQLException {
    try (Connection connection = database.connect(database.root(), SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS market_ticks");
      statement.execute(
          "CREATE TABLE market_ticks (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
              + " symbol VARCHAR(20) NOT NULL, event_time DATETIME(3) NOT NULL,"
              + " last_px DECIMAL(8,2), last_volume BIGINT, trade_id VARCHAR(64),"
              + " direction ENUM('buy','sell','neutral'), bids JSON, asks JSON,"
              + " source VARCHAR(32), created_at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3))");
    }
    hub.join(TopicKey.of("AAPL", Channel.TRADE), (update, snapshot) -> told.add(update), false);
    TableConfig defaults = TableConfig.defaults();
    TableConfig config =
        new TableConfig(
            TableConfig.Mode.POLL,
            defaults.table(),
            Map.of("price", "last_px"),
            "node",
            Duration.ofMillis(20),
            defaults.patience(),
            defaults.maxCatchUp());
    MysqlDataSource pool = pool();
    source =
        new TableSource(
            hub,
            config,
            pool,
            Optional.empty(),
            new InMemoryPositionStore(),
            new SourceState(),
            () -> {},
            Thread::new);
    ingest.keepIn(new JdbcTickTable(pool, source, hub.config().zone()));
  }

  private MysqlDataSource pool() {
    MysqlDataSource pool = new MysqlDataSource();
    pool.setUrl(database.url(SCHEMA));
    pool.setUser(database.root().user());
    pool.setPassword(database.root().password());
    return pool;
  }

  @AfterEach
  void leave() {
    source.close();
  }

  private Ingest.Outcome bring(String items) throws Exception {
    JsonNode read = JsonMapper.builder().build().readTree(items.replace('\'', '"'));
    return ingest.accept(read);
  }

  @Test
  void tellsWhatIsKept() throws Exception {
    Ingest.Outcome outcome =
        bring(
            "[{'symbol':'AAPL','price':187.25,'last_volume':300,'direction':'buy',"
                + "'trade_id':'t-1','timestamp':1736904600123,'source':'desk',"
                + "'bids':[[187.2,5]],'asks':[[187.3,6.5]]}]");
    assertThat(outcome.accepted()).isEqualTo(1);
    Update update = told.poll(20, TimeUnit.SECONDS);
    assertThat(update).isNotNull();
    assertThat(update.members()).containsEntry("trade_id", "t-1").containsEntry("direction", "buy");
    assertThat(update.members().get("volume")).hasToString("300");
    assertThat(update.members().get("price")).hasToString("187.25");
    assertThat(update.source()).as("as it was brought").isEqualTo("desk");
    assertThat(update.time().toEpochMilli()).isEqualTo(1_736_904_600_123L);
    assertThat(update.sourceSeq()).as("the id of the row").hasValue(1);
    assertThat(hub.last(TopicKey.of("AAPL", Channel.BOOK)).orElseThrow().members())
        .containsKey("max_bid");
  }

  @Test
  void keepsWhatFitsAndRefusesTheRest() throws Exception {
    Ingest.Outcome outcome =
        bring(
            "[{'symbol':'AAPL','price':1,'last_volume':1},"
                + "{'symbol':'AAPL','price':123456789,'last_volume':1},"
                + "{'symbol':'AAPL','price':2,'last_volume':1,'direction':'sideways'},"
                + "{'symbol':'AAPL','price':3,'last_volume':1}]");
    assertThat(outcome.accepted()).isEqualTo(2);
    assertThat(outcome.rejected()).extracting(Ingest.Rejected::index).containsExactly(1, 2);
    assertThat(told.poll(20, TimeUnit.SECONDS).members().get("price")).hasToString("1.00");
    assertThat(told.poll(20, TimeUnit.SECONDS).members().get("price")).hasToString("3.00");
  }

  @Test
  void acceptsNothingWhileTheDatabaseIsDown() throws Exception {
    String tick = "[{'symbol':'AAPL','price':1,'last_volume':1,'seq':1}]";
    MysqlDataSource nowhere = pool();
    nowhere.setUrl("jdbc:mysql://127.0.0.1:1/" + SCHEMA);
    ingest.keepIn(new JdbcTickTable(nowhere, source, hub.config().zone()));
    assertThatThrownBy(() -> bring(tick)).isInstanceOf(SourceException.class);
    ingest.keepIn(new JdbcTickTable(pool(), source, hub.config().zone()));
    assertThat(bring(tick).accepted()).isOne();
    assertThat(told.poll(20, TimeUnit.SECONDS)).as("brought once more").isNotNull();
  }
}
