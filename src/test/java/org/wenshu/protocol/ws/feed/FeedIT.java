package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.wenshu.WenshuDeployment;
import org.wenshu.protocol.ws.InContainerSession;

/** The real-time feed of the built WAR, through real sockets. */
class FeedIT extends WenshuDeployment {
  private static final Duration BRIEFLY = Duration.ofMillis(400);
  private static final AtomicInteger SYMBOLS = new AtomicInteger();

  /** A symbol of this test alone, already known to the server. */
  private static String symbol() {
    String symbol = "T" + SYMBOLS.incrementAndGet() + ".SZ";
    tick(symbol, "100.00", 10);
    return symbol;
  }

  private static void tick(String symbol, String price, int traded) {
    String item =
        "{'symbol':'%s','price':%s,'last_volume':%d,'direction':'buy','trade_id':'x%d'}"
            .formatted(symbol, price, traded, System.nanoTime());
    assertThat(FeedSocket.bring("[" + item + "]").statusCode()).isEqualTo(202);
  }

  private static String subscribe(String id, String symbol, String types, String more) {
    return "{'type':'subscribe','id':'%s','symbols':['%s'],'data_types':[%s],'filters':{}%s}"
        .formatted(id, symbol, types, more);
  }

  @Test
  void deliversWhatTheDocumentedClientReads() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      assertThat(socket.nextWithin(BRIEFLY)).as("nothing unsolicited").isNull();
      socket.send(
          "{'type':'subscribe','id':'my_subscription','symbols':['"
              + symbol
              + "'],"
              + "'data_types':['price','volume'],'update_frequency':'realtime','filters':{}}");
      assertThat(socket.next().path("type").asText()).isEqualTo("welcome");
      JsonNode confirmed = socket.next();
      assertThat(confirmed.path("type").asText()).isEqualTo("subscription_response");
      assertThat(confirmed.path("id").asText()).isEqualTo("my_subscription");
      assertThat(confirmed.path("status").asText()).isEqualTo("active");
      assertThat(confirmed.path("message").asText()).isEqualTo("订阅成功");
      assertThat(confirmed.path("data").path("symbol").asText()).isEqualTo(symbol);
      assertThat(socket.next().path("snapshot").asBoolean()).isTrue();
      assertThat(socket.next().path("snapshot").asBoolean()).isTrue();

      long sent = System.nanoTime();
      tick(symbol, "187.32", 5);
      JsonNode price = socket.next("data");

      assertThat((System.nanoTime() - sent) / 1_000_000).isLessThan(5_000);
      assertThat(price.path("data_type").asText()).isEqualTo("price");
      assertThat(price.path("symbol").asText()).isEqualTo(symbol);
      assertThat(price.path("price").isNumber()).isTrue();
      assertThat(price.path("price").asText()).isEqualTo("187.32");
      assertThat(price.path("id").asText()).isEqualTo("my_subscription");
      assertThat(price.path("timestamp").asText())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d");
      assertThat(price.path("ts").isIntegralNumber()).isTrue();
      assertThat(price.path("source").asText()).isEqualTo("ingest");
      JsonNode volume = socket.next("data");
      assertThat(volume.path("volume").isIntegralNumber()).isTrue();
      assertThat(volume.path("last_volume").asInt()).isEqualTo(5);
      assertThat(volume.path("volume").asInt()).isEqualTo(15);
    }
  }

  @Test
  void echoesTheSpellingOfTypes() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("b", symbol, "'orderbook','depth'", ""));
      socket.next("subscription_response");
      FeedSocket.bring(
          "[{'symbol':'%s','bids':[[99.5,10],[99.4,20]],'asks':[[100.5,7]]}]".formatted(symbol));
      List<String> types =
          List.of(
              socket.next("data").path("data_type").asText(),
              socket.next("data").path("data_type").asText());
      assertThat(types).containsExactlyInAnyOrder("orderbook", "depth");
    }
  }

  @Test
  void tellsTheLevelsOfABook() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("b", symbol, "'depth'", ""));
      socket.next("subscription_response");
      FeedSocket.bring(
          "[{'symbol':'%s','bids':[[99.5,10],[99.4,20]],'asks':[[100.5,7]]}]".formatted(symbol));
      JsonNode book = socket.next("data");
      assertThat(book.path("bids").path(0).path(0).decimalValue()).isEqualByComparingTo("99.5");
      assertThat(book.path("bids")).hasSize(2);
      assertThat(book.path("asks").path(0).path(1).asInt()).isEqualTo(7);
      assertThat(book.path("max_bid").isNumber()).isTrue();
      assertThat(book.path("bid_volume_total").asInt()).isEqualTo(30);
    }
  }

  @Test
  void sendsTheLastValueOfAWindow() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("w", symbol, "'price'", ",'update_frequency':'1s'"));
      socket.next("subscription_response");
      assertThat(socket.next("data").path("snapshot").asBoolean()).isTrue();
      awaitStartOfSecond();
      tick(symbol, "101.00", 1);
      tick(symbol, "102.00", 1);
      tick(symbol, "103.00", 1);

      List<JsonNode> frames = socket.within(Duration.ofMillis(2_500));

      assertThat(frames).hasSize(1);
      assertThat(frames.get(0).path("price").asText()).isEqualTo("103.00");
      assertThat(frames.get(0).path("conflated").asInt()).isEqualTo(2);
    }
  }

  private static void awaitStartOfSecond() throws InterruptedException {
    Thread.sleep(1_150 - System.currentTimeMillis() % 1_000);
  }

  @Test
  void appliesInclusiveBounds() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          "{'type':'subscribe','id':'f','symbols':['%s'],'data_types':['price'],".formatted(symbol)
              + "'filters':{'min_price':150,'max_price':'200.5','colour':1}}");
      JsonNode confirmed = socket.next("subscription_response");
      assertThat(confirmed.path("warnings")).hasSize(1);
      for (String price : List.of("149.99", "150", "200.50", "200.51")) {
        tick(symbol, price, 1);
      }
      List<JsonNode> frames = socket.within(Duration.ofSeconds(1));
      assertThat(frames)
          .extracting(frame -> frame.path("price").asText())
          .containsExactly("150", "200.50");
    }
  }

  @Test
  void refusesAFilterThatCannotBeMet() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          "{'type':'subscribe','id':'f','symbols':['%s'],'data_types':['price'],"
                  .formatted(symbol())
              + "'filters':{'min_price':2,'max_price':1}}");
      JsonNode error = socket.next("error");
      assertThat(error.path("code").asText()).isEqualTo("INVALID_FILTER");
      assertThat(error.path("message").asText()).isEqualTo("无效的过滤条件: min_price");
    }
  }

  @Test
  void subscribesTheValidPartAndSuggestsForTheRest() throws InterruptedException {
    String symbol = symbol();
    String stem = symbol.substring(0, symbol.indexOf('.'));
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          "{'type':'subscribe','id':'s','symbols':['%s','%s'],'data_types':['price','colour']}"
              .formatted(symbol, stem));
      JsonNode confirmed = socket.next("subscription_response");
      assertThat(confirmed.path("symbols")).hasSize(1);
      assertThat(confirmed.path("rejected")).hasSize(2);
      JsonNode type = socket.next();
      assertThat(type.path("code").asText()).isEqualTo("INVALID_DATA_TYPE");
      assertThat(type.path("suggestions").path("colour")).hasSize(8);
      JsonNode error = socket.next();
      assertThat(error.path("code").asText()).isEqualTo("UNKNOWN_SYMBOL");
      assertThat(error.path("error_type").asText()).isEqualTo("validation");
      assertThat(error.path("message").asText()).isEqualTo("无效的股票代码: " + stem);
      assertThat(error.path("details").path("rejected").path(0).asText()).isEqualTo(stem);
      assertThat(error.path("suggestions").path(stem).path(0).asText()).isEqualTo(symbol);
      assertThat(error.path("id").asText()).isEqualTo("s");
      assertThat(socket.next().path("snapshot").asBoolean()).as("snapshots come last").isTrue();
    }
  }

  @Test
  void confirmsNothingWhereNothingIsValid() throws InterruptedException {
    symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("n", "NOBODY.XX", "'price'", ""));
      socket.next("welcome");
      assertThat(socket.next().path("type").asText()).isEqualTo("error");
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void replacesASubscriptionOfTheSameId() throws InterruptedException {
    String first = symbol();
    String second = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("r", first, "'price'", ""));
      socket.next("data");
      socket.send(subscribe("r", second, "'price'", ""));
      assertThat(socket.next("data").path("symbol").asText()).isEqualTo(second);
      tick(first, "111", 1);
      tick(second, "222", 1);
      assertThat(socket.next("data").path("symbol").asText()).isEqualTo(second);
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
      socket.send("{'type':'get_subscriptions'}");
      assertThat(socket.next("subscription_list").path("data").path("count").asInt()).isOne();
    }
  }

  @Test
  void sendsOnceWhereTwoSubscriptionsMatch() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("one", symbol, "'price'", ""));
      socket.next("data");
      socket.send(subscribe("two", symbol, "'price'", ""));
      // Data follow the confirmation; a list is made after both.
      socket.send("{'type':'get_subscriptions'}");
      socket.next("subscription_list");
      tick(symbol, "123", 1);
      JsonNode frame = socket.next("data");
      while (!frame.path("price").asText().equals("123")) {
        frame = socket.next("data"); // of the tick before, which may come twice
      }
      assertThat(frame.path("id").asText()).isEqualTo("one");
      assertThat(frame.path("ids").toString()).isEqualTo("[\"one\",\"two\"]");
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void stopsAtOnceWhenUnsubscribed() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("u", symbol, "'price'", ""));
      socket.next("data");
      socket.send("{'type':'unsubscribe','id':'u'}");
      JsonNode response = socket.next("unsubscribe_response");
      assertThat(response.path("success").asBoolean()).isTrue();
      tick(symbol, "1", 1);
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
      socket.send("{'type':'unsubscribe','id':'u'}");
      assertThat(socket.next().path("success").asBoolean(true)).isFalse();
    }
  }

  @Test
  void answersHeartbeatsAndPings() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send("{'type':'ping','timestamp':1736904600.25}");
      JsonNode pong = socket.next();
      assertThat(pong.path("type").asText()).isEqualTo("pong");
      assertThat(pong.path("timestamp").isNumber()).isTrue();
      assertThat(pong.path("timestamp").asText()).isEqualTo("1736904600.25");
      socket.send("{'type':'heartbeat'}");
      assertThat(socket.next().path("type").asText()).isEqualTo("heartbeat_response");
      socket.send("{'type':'heartbeat','data':{'client_time':'x','client_id':'me'}}");
      JsonNode heartbeat = socket.next();
      assertThat(heartbeat.path("type").asText()).isEqualTo("heartbeat");
      assertThat(heartbeat.path("data").path("client_id").asText()).isEqualTo("me");
    }
  }

  @Test
  void speaksTheEnvelopeForm() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          ("{'type':'subscribe','message_id':'m1','data':{'symbol':'%s','data_type':'kline',"
                  + "'frequency':'5m','filters':{},'client_id':'x'}}")
              .formatted(symbol));
      JsonNode confirmed = socket.next("subscription_response");
      String id = confirmed.path("data").path("subscription_id").asText();
      assertThat(id).hasSize(36);
      JsonNode bar = socket.next("kline_data");
      assertThat(bar.path("data").path("period").asText()).isEqualTo("5m");
      assertThat(bar.path("data").path("open").isNumber()).isTrue();
      assertThat(bar.path("data").path("closed").asBoolean(true)).isFalse();
      assertThat(bar.path("data").path("subscription_id").asText()).isEqualTo(id);
      socket.send(
          "{'type':'subscribe','data':{'symbol':'%s','data_type':'kline','frequency':'5m'}}"
              .formatted(symbol));
      JsonNode again = socket.next("subscription_response");
      assertThat(again.path("subscription_id").asText()).isEqualTo(id);
      assertThat(again.path("message").asText()).isEqualTo("该订阅已存在");
      socket.send(
          "{'type':'subscribe','data':{'symbol':'%s','data_type':'trade'}}".formatted(symbol));
      socket.next("trade_data");
      tick(symbol, "12.5", 3);
      JsonNode trade = socket.next("trade_data").path("data");
      assertThat(trade.path("direction").asText()).isEqualTo("buy");
      assertThat(trade.path("volume").asInt()).isEqualTo(3);
      assertThat(trade.path("amount").asText()).isEqualTo("37.50");
      socket.send("{'type':'get_stats','data':'now','message_id':7}");
      JsonNode stats = socket.next("stats");
      assertThat(stats.path("original_message_id").asInt()).isEqualTo(7);
      assertThat(stats.path("data").path("client").path("messages_sent").asInt()).isPositive();
      assertThat(stats.path("data").path("server").path("uptime").isNumber()).isTrue();
    }
  }

  @Test
  void speaksInCapitalsToThoseWhoDo() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          "{'type':'SUBSCRIBE','data':{'symbols':['%s'],'data_types':['price']}}"
              .formatted(symbol));
      JsonNode data = socket.next("DATA").path("data");
      assertThat(data.path("symbol").asText()).isEqualTo(symbol);
      assertThat(data.path("type").asText()).isEqualTo("price");
      assertThat(data.path("price").path("price").isNumber()).isTrue();
    }
  }

  @Test
  void readsBinaryAndCompressedMessages() throws InterruptedException, IOException {
    String symbol = symbol();
    String message =
        "{\"type\":\"subscribe\",\"symbol\":\"" + symbol + "\",\"data_type\":\"price\"}";
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(message.getBytes(StandardCharsets.UTF_8));
      assertThat(socket.next("subscription_response").path("id").asText()).isEqualTo("auto-1");
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
        gzip.write(message.getBytes(StandardCharsets.UTF_8));
      }
      socket.send(compressed.toByteArray());
      assertThat(socket.next("subscription_response").path("id").asText()).isEqualTo("auto-2");
      socket.send("no json");
      assertThat(socket.next("error").path("code").asText()).isEqualTo("INVALID_JSON");
      socket.send("{'type':'dance'}");
      assertThat(socket.next("error").path("message").asText()).isEqualTo("不支持的消息类型: dance");
    }
  }

  @Test
  void answersQuestionsOnTheSameConnection() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send("{'type':'query','query':''}");
      assertThat(socket.next().path("text").asText()).isEqualTo("正在处理查询请求...");
      socket.next(frame -> frame.path("text").asText().equals("FLAG_DONE"));
      socket.send("{'type':'heartbeat'}");
      assertThat(socket.next().path("type").asText()).isEqualTo("heartbeat_response");
      socket.send("{'type':'query','query':''}");
      assertThat(socket.next().path("text").asText()).isEqualTo("正在处理查询请求...");
    }
  }

  @Test
  void greetsOnPathsOfItsOwn() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open("/ws/market/" + symbol, InContainerSession.TOKEN)) {
      JsonNode welcome = socket.next();
      assertThat(welcome.path("type").asText()).isEqualTo("welcome");
      assertThat(welcome.path("data").path("auto_subscribed_symbol").asText()).isEqualTo(symbol);
      assertThat(welcome.path("data").path("simulated").asBoolean(true)).isFalse();
      JsonNode quote = socket.next("data");
      assertThat(quote.path("data_type").asText()).isEqualTo("quote");
      assertThat(quote.path("last_price").isNumber()).isTrue();
    }
    try (FeedSocket socket = FeedSocket.open("/api/v1/ws/realtime", InContainerSession.TOKEN)) {
      JsonNode welcome = socket.next();
      assertThat(welcome.path("type").asText()).as(welcome.toString()).isEqualTo("welcome");
    }
  }

  @Test
  void opensUnderTheGatewaysPathsByTheFeedsOwnRules() throws InterruptedException {
    try (FeedSocket socket =
        FeedSocket.openWithKey("/api/v1/ws/realtime", InContainerSession.TOKEN)) {
      assertThat(socket.next().path("type").asText()).isEqualTo("welcome");
    }
    Assertions.assertThatThrownBy(() -> FeedSocket.openWithKey("/api/v1/ws/realtime", "wrong"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void refusesAWrongKeyInTheHandshake() {
    Assertions.assertThatThrownBy(() -> FeedSocket.open("/ws/feed", "wrong"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void letsNobodyReadWithoutPermission() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open("/ws", InContainerSession.STRANGER)) {
      socket.send(subscribe("p", symbol(), "'price'", ""));
      JsonNode error = socket.next("error");
      assertThat(error.path("code").asText()).isEqualTo("PERMISSION_DENIED");
      assertThat(error.path("error").asText()).isEqualTo("权限不足");
    }
  }

  @Test
  void takesTicksOverASocket() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket feeder = FeedSocket.open("/ws/ingest", InContainerSession.FEEDER);
        FeedSocket reader = FeedSocket.open()) {
      reader.send(subscribe("i", symbol, "'price'", ""));
      reader.next("data");
      feeder.send(
          ("{'type':'ingest','request_id':9,'items':[{'symbol':'%s','price':'12.30','seq':5},"
                  + "{'symbol':'%s','price':-1},{'symbol':'%s','price':99,'seq':5}]}")
              .formatted(symbol, symbol, symbol));
      JsonNode ack = feeder.next();
      assertThat(ack.path("type").asText()).isEqualTo("ingest_ack");
      assertThat(ack.path("request_id").asInt()).isEqualTo(9);
      assertThat(ack.path("accepted").asInt()).as("the repeated number is ignored").isEqualTo(2);
      assertThat(ack.path("rejected").path(0).path("index").asInt()).isOne();
      assertThat(ack.path("rejected").path(0).path("code").asText()).isEqualTo("INVALID_FIELD");
      assertThat(reader.next("data").path("price").asText()).isEqualTo("12.30");
      assertThat(reader.nextWithin(BRIEFLY)).isNull();
    }
    try (FeedSocket reader = FeedSocket.open("/ws/ingest", InContainerSession.TOKEN)) {
      reader.send("{'type':'ingest','items':[]}");
      assertThat(reader.next("error").path("code").asText()).isEqualTo("PERMISSION_DENIED");
    }
  }

  @Test
  void judgesWhoBringsTicksOverHttp() {
    assertThat(FeedSocket.request("POST", "/api/feed/ticks", "wrong", "[]").statusCode())
        .isEqualTo(401);
    assertThat(
            FeedSocket.request("POST", "/api/feed/ticks", InContainerSession.TOKEN, "[]")
                .statusCode())
        .isEqualTo(403);
    assertThat(FeedSocket.bring("{").statusCode()).isEqualTo(400);
    String many = "[" + "{},".repeat(1_000) + "{}]";
    assertThat(FeedSocket.bring(many).statusCode()).isEqualTo(413);
    JsonNode answer =
        FeedSocket.json(
            FeedSocket.bring("{'symbol':'N1','price':1}\n{'symbol':'?','price':1}").body());
    assertThat(answer.path("accepted").asInt()).isOne();
    assertThat(answer.path("rejected").path(0).path("code").asText()).isEqualTo("INVALID_SYMBOL");
  }

  @Test
  void tellsTheLastValuesOverHttp() {
    String symbol = symbol();
    HttpResponse<String> response =
        FeedSocket.request(
            "GET",
            "/api/feed/latest?symbols=" + symbol + "&data_types=price,quote",
            InContainerSession.TOKEN,
            "");
    JsonNode data = FeedSocket.json(response.body()).path("data");
    assertThat(data).hasSize(2);
    assertThat(data.path(0).path("price").asText()).isEqualTo("100.00");
  }

  @Test
  void letsAdministratorsLookAndDisconnect() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open("/ws/feed", InContainerSession.TOKEN)) {
      String clientId = socket.next("welcome").path("data").path("client_id").asText();
      String keeper = InContainerSession.KEEPER;
      assertThat(FeedSocket.request("GET", "/ws/connections", keeper, "").body())
          .contains(clientId);
      assertThat(
              FeedSocket.request("GET", "/ws/connections", InContainerSession.TOKEN, "")
                  .statusCode())
          .isEqualTo(403);
      FeedSocket.request("POST", "/ws/broadcast", keeper, "{\"message\":\"hello\"}");
      assertThat(socket.next("status").path("data").path("message").asText()).isEqualTo("hello");
      FeedSocket.request("POST", "/ws/disconnect/" + clientId, keeper, "");
      assertThat(socket.next("status").path("data").path("type").asText())
          .isEqualTo("disconnect_notice");
      assertThat(socket.closeCode()).isEqualTo(1000);
    }
    assertThat(FeedSocket.request("GET", "/ws/status", InContainerSession.TOKEN, "").statusCode())
        .isEqualTo(200);
    assertThat(FeedSocket.request("GET", "/ws/health", "none", "").body()).contains("healthy");
    assertThat(FeedSocket.request("GET", "/metrics", InContainerSession.TOKEN, "").body())
        .contains("websocket_messages_sent_total", "websocket_latency_seconds_bucket");
  }

  @Test
  void satisfiesAClientInAnotherLanguage() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "python3",
                Path.of("src", "test", "clients", "feed_client.py").toString(),
                "ws://127.0.0.1:" + InContainerSession.port() + "/ws",
                InContainerSession.TOKEN,
                InContainerSession.FEEDER)
            .redirectErrorStream(true)
            .start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ended).as(output).isTrue();
    assertThat(output).contains("all passed");
  }

  @Test
  void limitsTheConnectionsOfAKey() throws InterruptedException {
    List<FeedSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        FeedSocket socket = FeedSocket.open("/ws/feed", InContainerSession.STRANGER);
        open.add(socket);
        socket.next("welcome"); // Now it counts.
      }
      Assertions.assertThatThrownBy(() -> FeedSocket.open("/ws/feed", InContainerSession.STRANGER))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> {
                assertThat(refused.getResponse().statusCode()).isEqualTo(503);
                assertThat(refused.getResponse().headers().firstValue("Retry-After")).contains("5");
              });
    } finally {
      open.forEach(FeedSocket::close);
    }
  }

  @Test
  void limitsSubscriptionsAndMessages() throws InterruptedException {
    String symbol = symbol();
    try (FeedSocket socket = FeedSocket.open()) {
      for (int i = 0; i < 101; i++) {
        socket.send(subscribe("s" + i, symbol, "'price'", ",'snapshot':false"));
      }
      JsonNode error = socket.next("error");
      assertThat(error.path("code").asText()).isEqualTo("MAX_SUBSCRIPTIONS_EXCEEDED");
      assertThat(error.path("message").asText()).isEqualTo("订阅数量已达上限: 100");
      for (int i = 0; i < 400; i++) {
        socket.send("{'type':'heartbeat'}");
      }
      JsonNode limited = socket.next("error");
      assertThat(limited.path("code").asText()).isEqualTo("RATE_LIMITED");
      assertThat(limited.path("retryable").asBoolean()).isTrue();
      assertThat(limited.path("retry_after").isNumber()).isTrue();
    }
  }
}
