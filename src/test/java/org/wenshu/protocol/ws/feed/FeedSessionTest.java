package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Field;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/** What one client of the feed is told, frame by frame (contract, sections 3 to 12). */
class FeedSessionTest {
  private static final String ALL_OF_A =
      "{'type':'subscribe','id':'a','symbols':['A'],'data_types':['price']}";

  private TestingFeed feed = new TestingFeed();

  @AfterEach
  void close() {
    feed.close();
  }

  private static String subscribe(String id, String more) {
    return "{'type':'subscribe','id':'" + id + "','symbols':['A']," + more + "}";
  }

  private static Identity until(Instant end) {
    return new Identity(Caller.anonymous(), "a", "a", Optional.empty(), Optional.of(end));
  }

  private void begin(FeedWireConfig config) {
    feed.close();
    feed = new TestingFeed(config);
    feed.price("A", 10);
  }

  private static FeedWireConfig config(int maxPairs, int maxControlFrames, Duration heartbeat) {
    FeedWireConfig defaults = FeedWireConfig.defaults();
    return new FeedWireConfig(
        defaults.paths(),
        defaults.maxSubscriptions(),
        maxPairs,
        defaults.messagesPerSecond(),
        maxControlFrames,
        defaults.maxWaiting(),
        defaults.maxEvents(),
        defaults.bookLevels(),
        defaults.flushInterval(),
        defaults.heartbeatInterval(),
        defaults.idleTimeout(),
        defaults.pingInterval(),
        heartbeat,
        defaults.shared(),
        defaults.maxConnectionsPerKey());
  }

  @Test
  void greetsOnlyWithTheFirstMessageThatIsOfTheFeedAlone() {
    feed.price("A", 10);
    feed.send("{'type':'ping','timestamp':1}", "{'type':'heartbeat'}", ALL_OF_A);
    assertThat(Stream.of(feed.next(), feed.next(), feed.next(), feed.next()))
        .extracting(frame -> frame.path("type").asText())
        .containsExactly("pong", "heartbeat_response", "welcome", "subscription_response");
  }

  @Test
  void namesTheRequestInEveryAnswer() {
    feed.price("A", 10);
    List<String> requests =
        List.of(
            "'type':'ping'",
            "'type':'heartbeat'",
            "'type':'heartbeat','data':{}",
            "'type':'get_stats'",
            "'type':'get_subscriptions'",
            "'type':'subscribe','id':'a','symbols':['A'],'data_types':['price'],'snapshot':false",
            "'type':'unsubscribe','id':'a'",
            "'type':'unsubscribe','symbols':['Z']",
            "'type':'subscribe','id':'z','symbols':['?'],'data_types':['price']",
            "'type':'unsubscribe'",
            "'type':'ingest','items':[]",
            "'type':'dance'");
    for (String request : requests) {
      feed.send("{'message_id':'m-7'," + request + "}");
      JsonNode answer = feed.next();
      if (answer.path("type").asText().equals("welcome")) {
        answer = feed.next();
      }
      assertThat(answer.path("original_message_id").asText()).as(request).isEqualTo("m-7");
    }
  }

  @Test
  void sendsHeartbeatsToThoseWhoUseEnvelopesAlone() throws InterruptedException {
    feed.send("{'type':'heartbeat'}");
    feed.next("heartbeat_response");
    feed.session().heartbeat(1);
    assertThat(feed.rest()).isEmpty();
    feed.send("{'type':'get_stats','data':{}}");
    feed.next("stats");
    feed.session().heartbeat(2);
    JsonNode heartbeat = feed.next("heartbeat").path("data");
    assertThat(heartbeat.path("sequence").asInt()).isEqualTo(2);
    assertThat(heartbeat.path("client_id").asText()).isEqualTo(feed.session().clientId());
    assertThat(heartbeat.has("server_time")).isTrue();
  }

  @Test
  void writesNumbersPlainlyAndLeavesOutWhatItDoesNotKnow() {
    feed.tick("A", Field.PRICE, "1.2E+3", Field.VOLUME, "7", Field.AMOUNT, "0.10");
    feed.send(subscribe("q", "'data_types':['quote','volume']"));
    feed.next("data");
    assertThat(feed.text()).contains("\"price\":1200,").doesNotContain("null").doesNotContain("E+");
    feed.next("data");
    assertThat(feed.text()).contains("\"amount\":0.10").doesNotContain("null").contains("\"ts\":");
  }

  @Test
  void filtersSnapshotsToo() throws InterruptedException {
    feed.price("A", 10);
    feed.send(subscribe("f", "'data_types':['price'],'filters':{'min_price':11}"));
    feed.next("subscription_response");
    assertThat(feed.rest()).isEmpty();
    feed.price("A", 11);
    assertThat(feed.next("data").path("price").asInt()).isEqualTo(11);
  }

  @Test
  void sendsNoSnapshotToWhoWantsNone() throws InterruptedException {
    feed.price("A", 10);
    feed.send(subscribe("s", "'data_types':['price'],'snapshot':false"));
    feed.next("subscription_response");
    assertThat(feed.rest()).isEmpty();
  }

  @Test
  void sendsEveryTradeInOrder() throws InterruptedException {
    feed.tick("A", Field.PRICE, 1, Field.LAST_VOLUME, 1);
    feed.send(subscribe("t", "'data_types':['trade'],'snapshot':false"));
    feed.next("subscription_response");
    for (int i = 1; i <= 200; i++) {
      feed.tick("A", Field.PRICE, i, Field.LAST_VOLUME, 1);
    }
    List<JsonNode> trades = feed.rest();
    assertThat(trades)
        .extracting(trade -> trade.path("price").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    assertThat(trades).extracting(trade -> trade.path("seq").asLong()).isSorted();
    assertThat(trades).noneMatch(trade -> trade.has("conflated"));
  }

  @Test
  void collapsesSymbolsThatAreNamedTwice() {
    feed.price("A", 10);
    feed.send("{'type':'Subscribe','id':'d','symbols':['a','A',' A '],'data_types':['price']}");
    assertThat(feed.next("subscription_response").path("symbols")).hasSize(1);
  }

  @Test
  void takesSymbolsItDoesNotKnowWhereItIsLenient() {
    feed.close();
    feed = new TestingFeed(FeedWireConfig.defaults(), false);
    feed.price("A", 10);
    feed.send("{'type':'subscribe','id':'l','symbols':['NEW'],'data_types':['price']}");
    JsonNode confirmed = feed.next("subscription_response");
    assertThat(confirmed.path("warnings").path(0).asText()).isEqualTo("股票代码可能不存在: NEW");
    feed.price("NEW", 3);
    assertThat(feed.next("data").path("price").asInt()).isEqualTo(3);
  }

  @Test
  void unsubscribesSymbolsFromEverySubscription() throws InterruptedException {
    feed.price("A", 10);
    feed.price("B", 10);
    feed.send(
        "{'type':'subscribe','id':'1','symbols':['A','B'],'data_types':['price']}",
        "{'type':'subscribe','id':'2','symbols':['A'],'data_types':['volume']}",
        "{'type':'unsubscribe','symbols':['a']}");
    assertThat(feed.next("unsubscribe_response").path("success").asBoolean()).isTrue();
    feed.rest();
    feed.tick("A", Field.PRICE, 11, Field.VOLUME, 5);
    feed.price("B", 12);
    assertThat(feed.rest()).extracting(frame -> frame.path("symbol").asText()).containsExactly("B");
  }

  @Test
  void answersAnUnknownIdWithoutAnError() {
    feed.send("{'type':'unsubscribe','data':{'subscription_id':'nobody'}}");
    JsonNode answer = feed.next("unsubscribe_response");
    assertThat(answer.path("success").asBoolean(true)).isFalse();
    assertThat(answer.path("data").path("subscription_id").asText()).isEqualTo("nobody");
  }

  @Test
  void countsAReplacedSubscriptionOnce() {
    feed.price("A", 10);
    int most = FeedWireConfig.defaults().maxSubscriptions();
    for (int i = 0; i < most; i++) {
      feed.send(subscribe("s" + i, "'data_types':['price'],'snapshot':false"));
      feed.next("subscription_response");
    }
    feed.send(subscribe("s0", "'data_types':['volume'],'snapshot':false"));
    assertThat(feed.next().path("data_types").path(0).asText()).isEqualTo("volume");
    feed.send(subscribe("one-more", "'data_types':['price']"));
    assertThat(feed.next().path("code").asText()).isEqualTo("MAX_SUBSCRIPTIONS_EXCEEDED");
  }

  @Test
  void limitsSymbolsTimesTypes() {
    begin(config(3, 256, Duration.ZERO));
    feed.send(subscribe("1", "'data_types':['price','volume'],'snapshot':false"));
    feed.next("subscription_response");
    feed.send(subscribe("2", "'data_types':['trade','quote']"));
    assertThat(feed.next("error").path("code").asText()).isEqualTo("MAX_SYMBOLS_EXCEEDED");
    feed.send(subscribe("1", "'data_types':['price','volume','trade'],'snapshot':false"));
    assertThat(feed.next().path("type").asText()).isEqualTo("subscription_response");
  }

  @Test
  void limitsTheSymbolsOfOneRequest() {
    String many =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> "'S" + i + "'")
            .collect(Collectors.joining(",", "[", "]"));
    feed.send("{'type':'subscribe','id':'m','symbols':" + many + ",'data_types':['price']}");
    assertThat(feed.next("error").path("code").asText()).isEqualTo("MAX_SYMBOLS_EXCEEDED");
  }

  @Test
  void namesWhatItCannotRead() {
    feed.price("A", 10);
    expectFault(
        "'id':'" + "x".repeat(129) + "','symbols':['A'],'data_types':['price']",
        "INVALID_FIELD",
        "消息格式错误: id");
    expectFault("'id':'s','data_types':['price']", "MISSING_FIELD", "消息格式错误: symbols");
    expectFault("'id':'s','symbols':['A']", "MISSING_FIELD", "消息格式错误: data_types");
    expectFault(
        "'id':'s','symbols':['A'],'data_types':['price'],'update_frequency':'2s'",
        "INVALID_FREQUENCY",
        "无效的推送频率: 2s");
    expectFault(
        "'data':{'symbol':'A','data_type':'kline','frequency':'7m'}",
        "INVALID_FREQUENCY",
        "无效的K线周期: 7m");
    expectFault(
        "'id':'s','symbols':['A'],'data_types':['price'],'filters':{'levels':21}",
        "INVALID_FILTER",
        "无效的过滤条件: levels");
    expectFault(
        "'id':'s','symbols':['-A'],'data_types':['price']", "INVALID_SYMBOL", "无效的股票代码: -A");
  }

  private void expectFault(String members, String code, String message) {
    feed.send("{'type':'subscribe'," + members + "}");
    JsonNode error = feed.next("error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).isEqualTo(message);
    assertThat(error.path("error").asText()).isEqualTo(message);
    assertThat(error.path("data").path("error").asText()).isEqualTo(message);
    assertThat(error.path("trace_id").asText()).isNotEmpty();
  }

  @Test
  void tellsOfASourceThatIsSilentOnceAndOfItsReturn() throws InterruptedException {
    feed.price("A", 10);
    feed.sources().note("ingest", true);
    feed.sources().note("ingest", false);
    feed.sources().note("ingest", false);
    feed.send(subscribe("p", "'data_types':['price'],'snapshot':false"));
    assertThat(feed.next("status").path("data").path("type").asText())
        .isEqualTo("data_source_down");
    assertThat(feed.next("subscription_response").path("status").asText()).isEqualTo("pending");
    feed.sources().note("ingest", true);
    assertThat(feed.rest())
        .extracting(frame -> frame.path("data").path("type").asText())
        .containsExactly("data_source_up");
  }

  @Test
  void endsWithAClientThatTakesNoAnswers() {
    begin(config(10_000, 4, Duration.ZERO));
    feed.channel().shut();
    for (int i = 0; i < 6; i++) {
      feed.send("{'type':'heartbeat'}");
    }
    assertThat(feed.channel().closings()).hasSize(1);
    assertThat(feed.channel().closings().get(0).getCloseCode().getCode()).isEqualTo(1013);
  }

  @Test
  void endsWithAClientThatOnlyItsConnectionKeepsAlive() throws InterruptedException {
    begin(config(10_000, 256, Duration.ofMillis(50)));
    feed.send("{'type':'heartbeat'}");
    Thread.sleep(80);
    feed.session().windowEnds(1);
    assertThat(feed.channel().closings().get(0).getCloseCode().getCode()).isEqualTo(1001);
    assertThat(feed.channel().closings().get(0).getReasonPhrase()).isEqualTo("Connection timeout");
  }

  @Test
  void endsWithAClientWhoseCredentialHasEnded() throws InterruptedException {
    feed.close();
    feed = new TestingFeed(FeedWireConfig.defaults(), true, until(Instant.now()));
    feed.session().windowEnds(1);
    assertThat(feed.rest()).as("clocks may differ").isEmpty();
    feed.close();
    Instant longAgo = Instant.now().minusSeconds(61);
    feed = new TestingFeed(FeedWireConfig.defaults(), true, until(longAgo));
    feed.session().windowEnds(1);
    feed.session().windowEnds(2);
    assertThat(feed.rest())
        .extracting(frame -> frame.path("code").asText())
        .containsExactly("AUTHENTICATION_FAILED");
    Thread.sleep(700);
    assertThat(feed.channel().closings().get(0).getCloseCode().getCode()).isEqualTo(1008);
  }

  @Test
  void tellsNothingMoreOnceItIsForgotten() throws InterruptedException {
    feed.price("A", 10);
    feed.send(ALL_OF_A);
    feed.next("data");
    feed.sessions().forget(feed.session());
    feed.price("A", 11);
    assertThat(feed.rest()).isEmpty();
    assertThat(feed.sessions().size()).isZero();
  }

  @Test
  void saysThatTheServerStops() {
    feed.send("{'type':'heartbeat'}");
    feed.sessions().announceShutdown();
    JsonNode status = feed.next("status").path("data");
    assertThat(status.path("type").asText()).isEqualTo("server_shutdown");
    assertThat(status.path("message").asText()).isEqualTo("Server is shutting down gracefully");
    assertThat(status.path("reconnect_after").asInt()).isEqualTo(5);
    assertThat(feed.sessions().isClosing()).isTrue();
  }
}
