package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.Wenshu;
import org.wenshu.client.feed.FeedClientTest.Collected;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.llm.ModelScript;
import org.wenshu.protocol.ws.InContainerSession;

/** What the documented client exercises, through this client, against the built WAR. */
class FeedSdkIT extends WenshuDeployment {
  private static final AtomicInteger SYMBOLS = new AtomicInteger();
  private static final String ROWS = "DEMOB";
  private static final String QUESTION = "DEMOB的成交笔数";

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    InContainerSession.model().reset();
  }

  private WebSocketClient client(String token) {
    return client("/ws", token);
  }

  private WebSocketClient client(String path, String token) {
    ConnectionConfig config =
        ConnectionConfig.builder("ws://127.0.0.1:" + InContainerSession.port() + path)
            .apiKey(token)
            .reconnectDelay(Duration.ofMillis(100))
            .heartbeatInterval(Duration.ofMillis(500))
            .maxSubscriptions(200)
            .build();
    WebSocketClient client = new WebSocketClient(config);
    opened.add(0, client);
    return client;
  }

  private WebSocketClient connected() {
    WebSocketClient client = client(InContainerSession.TOKEN);
    assertThat(client.connect()).isTrue();
    return client;
  }

  /** A symbol of this test alone, already known to the server. */
  private static String symbol() {
    String symbol = "SDK" + SYMBOLS.incrementAndGet() + ".SZ";
    FeedOverHttp.tick(symbol, "100.00");
    return symbol;
  }

  private static SubscriptionConfig of(String symbol, String... types) {
    return new SubscriptionConfig(List.of(symbol), List.of(types));
  }

  private static Collected handler(WebSocketClient client, String type) {
    Collected handler = new Collected();
    client.addMessageHandler(type, handler);
    return handler;
  }

  @Test
  void callsTheHandlersOfTheGuide() throws Exception {
    String symbol = symbol();
    WebSocketClient client = connected();
    Collected prices = handler(client, "price");
    Collected volumes = handler(client, "volume");
    Collected books = handler(client, "orderbook");
    Collected depths = handler(client, "depth");

    SubscriptionConfirmation confirmed =
        client.subscribeAsync("my", of(symbol, "price", "volume", "orderbook", "depth")).join();

    assertThat(confirmed.status()).isEqualTo("active");
    assertThat(confirmed.message()).isEqualTo("订阅成功");
    assertThat(confirmed.symbols()).containsExactly(symbol);
    assertThat(prices.next().json().path("snapshot").asBoolean()).isTrue();
    FeedOverHttp.tick(symbol, "187.32");
    FeedMessage price = prices.next();
    while (!price.price().orElseThrow().toPlainString().equals("187.32")) {
      price = prices.next();
    }
    assertThat(price.symbol()).isEqualTo(symbol);
    assertThat(price.text("timestamp")).isPresent();
    assertThat(volumes.next().volume()).isPresent();
    assertThat(MarketUpdate.of(books.next()).bids().get(0).price()).isEqualByComparingTo("99.5");
    assertThat(depths.next().dataType()).isEqualTo("depth");
    assertThat(client.getStats())
        .containsEntry("errors", 0L)
        .containsEntry("messages_sent", 1L)
        .containsEntry("subscriptions_count", 1);
  }

  @Test
  void endsInErrorWithAWrongKeyAndBeyondTheLimit() {
    WebSocketClient wrong = client("/ws/feed", "wrong");
    assertThat(wrong.connect()).isFalse();
    assertThat(wrong.state()).isEqualTo(ConnectionState.ERROR);
    assertThat(status(wrong)).isEqualTo(401);
    for (int i = 0; i < 20; i++) {
      assertThat(client("/ws/feed", InContainerSession.STRANGER).connect()).isTrue();
    }
    WebSocketClient tooMany = client("/ws/feed", InContainerSession.STRANGER);
    assertThat(tooMany.connect()).isFalse();
    assertThat(status(tooMany)).isEqualTo(503);
  }

  private static int status(WebSocketClient client) {
    return ((HandshakeRefusedException) client.lastFailure().orElseThrow()).status();
  }

  @Test
  void takesTheValidPartAndTellsTheRest() throws Exception {
    String symbol = symbol();
    String stem = symbol.substring(0, symbol.indexOf('.'));
    WebSocketClient client = connected();
    Collected errors = handler(client, "error");

    SubscriptionConfirmation confirmed =
        client
            .subscribeAsync(
                "s", new SubscriptionConfig(List.of(symbol, stem), List.of("price", "colour")))
            .join();

    assertThat(confirmed.symbols()).containsExactly(symbol);
    assertThat(confirmed.rejected()).containsExactlyInAnyOrder(stem, "colour");
    assertThat(List.of(errors.next().text("code").get(), errors.next().text("code").get()))
        .containsExactlyInAnyOrder("INVALID_DATA_TYPE", "UNKNOWN_SYMBOL");
    assertThatThrownBy(() -> client.subscribeAsync("bad", of(stem, "price")).join())
        .cause()
        .isInstanceOfSatisfying(
            SubscriptionRefusedException.class,
            e -> assertThat(e.suggestions().get(stem)).startsWith(symbol));
    assertThat(client.subscriptions()).containsOnlyKeys("s");
  }

  @Test
  void tellsTheServersLimit() {
    String symbol = symbol();
    WebSocketClient client = connected();
    SubscriptionConfig silent =
        SubscriptionConfig.builder(List.of(symbol), List.of("price")).snapshot(false).build();
    for (int i = 0; i < 100; i++) {
      client.subscribe("s" + i, silent);
    }
    assertThatThrownBy(() -> client.subscribeAsync("more", silent).join())
        .cause()
        .hasMessage("订阅数量已达上限: 100");
    assertThat(client.subscribeAsync("s1", of(symbol, "price")).join().id())
        .as("the same id is no further one")
        .isEqualTo("s1");
  }

  @Test
  void appliesPacesAndFilters() throws Exception {
    String symbol = symbol();
    WebSocketClient client = connected();
    Collected prices = handler(client, "price");
    client
        .subscribeAsync(
            "f",
            new SubscriptionConfig(
                List.of(symbol),
                List.of("price"),
                "1s",
                Map.of("min_price", 150, "max_price", "200.5")))
        .join();
    FeedOverHttp.tick(symbol, "149.99");
    FeedOverHttp.tick(symbol, "200.50");
    assertThat(prices.next().price().orElseThrow()).isEqualByComparingTo("200.50");
    assertThat(prices.isEmpty()).isTrue();
  }

  @Test
  void replacesAndEndsSubscriptions() throws Exception {
    String first = symbol();
    String second = symbol();
    WebSocketClient client = connected();
    Collected prices = handler(client, "price");
    Collected debug = handler(client, "debug");
    client.subscribeAsync("r", of(first, "price")).join();
    prices.next();
    client.subscribeAsync("r", of(second, "price")).join();
    assertThat(prices.next().symbol()).isEqualTo(second);
    FeedOverHttp.tick(first, "111");
    FeedOverHttp.tick(second, "222");
    assertThat(prices.next().symbol()).isEqualTo(second);

    assertThat(client.unsubscribe("r")).isTrue();
    assertThat(client.unsubscribe("r")).isFalse();
    while (!debug.next().type().equals("unsubscribe_response")) {
      // Until the server has confirmed.
    }
    int told = prices.size();
    FeedOverHttp.tick(second, "333");
    client.subscribeAsync("other", of(first, "volume")).join();
    assertThat(prices.size()).isEqualTo(told);
  }

  @Test
  void comesBackWithItsSubscriptionsWhenTheServerEndsTheConnection() throws Exception {
    String symbol = symbol();
    WebSocketClient client = connected();
    Collected prices = handler(client, "price");
    String id = serverId(client, symbol);
    Object connection = client.getStats().get("connection_id");
    prices.next();

    FeedOverHttp.post("/ws/disconnect/" + id, InContainerSession.KEEPER, "");

    assertThat(prices.next().json().path("snapshot").asBoolean()).isTrue();
    assertThat(client.waitForConnection()).isTrue();
    assertThat(client.getStats())
        .containsEntry("reconnect_count", 1L)
        .doesNotContainEntry("connection_id", connection);
    FeedOverHttp.tick(symbol, "321");
    assertThat(prices.next().price().orElseThrow()).isEqualByComparingTo("321");
  }

  /** Subscribes, and finds how the server names the connection. */
  private static String serverId(WebSocketClient client, String symbol)
      throws InterruptedException {
    Collected debug = handler(client, "debug");
    client.subscribeAsync("s", of(symbol, "price")).join();
    return serverId(debug);
  }

  /** How the server names the connection, which it says before anything but heartbeats. */
  private static String serverId(Collected debug) throws InterruptedException {
    FeedMessage welcome = debug.next();
    while (!welcome.type().equals("welcome")) {
      welcome = debug.next();
    }
    return welcome.json().path("data").path("client_id").asText();
  }

  @Test
  void missesNoRowOfATableOverAReconnect() throws Exception {
    WebSocketClient client = connected();
    Collected trades = handler(client, "trade");
    Collected debug = handler(client, "debug");
    client
        .subscribeAsync(
            "t", SubscriptionConfig.builder(List.of(ROWS), List.of("trade")).resume(true).build())
        .join();
    String id = serverId(debug);
    List<String> prices = Collections.synchronizedList(new ArrayList<>());
    insert("61.00");
    awaitPrice(trades, prices, "61.0000");

    FeedOverHttp.post("/ws/disconnect/" + id, InContainerSession.KEEPER, "");
    int meanwhile = 0;
    while (client.getStats().get("reconnect_count").equals(0L)) {
      insert("62." + (1_000 + meanwhile++));
    }
    insert("63.00");
    awaitPrice(trades, prices, "63.0000");

    assertThat(prices).hasSize(meanwhile + 2).isSorted().doesNotHaveDuplicates();
  }

  /** Keeps what is told from the first row of the test on. */
  private static void awaitPrice(Collected trades, List<String> prices, String last)
      throws InterruptedException {
    String price = "";
    while (!price.equals(last)) {
      price = trades.next().price().orElseThrow().toPlainString();
      if (!prices.isEmpty() || price.equals("61.0000")) {
        prices.add(price);
      }
    }
  }

  private static void insert(String price) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(DemoData.SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute(
          ("INSERT INTO ticks (symbol, event_time, price, volume, last_volume, amount,"
                  + " bid_price, ask_price, bid_volume, ask_volume, open, high, low, prev_close,"
                  + " direction) VALUES ('%s', NOW(3), %s, 1000, 7, 10.00, 1, 2, 3, 4, 5, 6, 4,"
                  + " 5, 'buy')")
              .formatted(ROWS, price));
    }
  }

  @Test
  void beatsAndIsAnswered() throws Exception {
    WebSocketClient client = connected();
    Collected debug = handler(client, "debug");
    assertThat(debug.next().type()).isEqualTo("heartbeat_response");
    assertThat(debug.next().type()).isEqualTo("heartbeat_response");
    assertThat(client.getStats()).containsEntry("messages_sent", 0L);
  }

  @Test
  void tellsThatPermissionIsMissing() {
    WebSocketClient client = client(InContainerSession.STRANGER);
    client.connect();
    assertThatThrownBy(() -> client.subscribeAsync("p", of(symbol(), "price")).join())
        .cause()
        .isInstanceOfSatisfying(
            SubscriptionRefusedException.class,
            e -> assertThat(e.code()).isEqualTo("PERMISSION_DENIED"));
  }

  @Test
  void streamsMarketDataAndOpenQuestions() throws Exception {
    InContainerSession.model()
        .when(
            QUESTION,
            ModelScript.sql("SELECT COUNT(*) AS n FROM ticks WHERE symbol = '" + ROWS + "'"));
    insert("59.00");
    Wenshu wenshu =
        Wenshu.builder("http://127.0.0.1:" + InContainerSession.port())
            .token(InContainerSession.TOKEN)
            .build();
    opened.add(0, wenshu);
    String symbol = symbol();
    try (Updates<MarketUpdate> updates = wenshu.feed().watch(of(symbol, "price"))) {
      assertThat(updates.next().snapshot()).isTrue();
      FeedOverHttp.tick(symbol, "12.50");
      assertThat(updates.next().price().orElseThrow()).hasToString("12.50");
    }
    try (Updates<LiveAnswer> answers = open(wenshu)) {
      LiveAnswer first = answers.next();
      int before = ((Number) first.rows().get(0).get("n")).intValue();
      insert("60.00");
      LiveAnswer second = answers.next();
      assertThat(second.rows().get(0).get("n")).isEqualTo(before + 1);
      assertThat(second.sql()).containsIgnoringCase("COUNT");
    }
  }

  /** The catalogue is read after the start: until then no question is answered. */
  private static Updates<LiveAnswer> open(Wenshu wenshu) throws InterruptedException {
    for (int attempt = 0; attempt < 60; attempt++) {
      Updates<LiveAnswer> answers = wenshu.feed().watch(QUESTION);
      try {
        if (answers.iterator().hasNext()) {
          return answers;
        }
      } catch (SubscriptionRefusedException notYet) {
        answers.close();
        Thread.sleep(500);
      }
    }
    throw new AssertionError("The server did not become ready");
  }
}
