package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ErrorType;
import org.wenshu.client.RequestTimeoutException;

/** What subscribing means: what is sent, what is kept, and what the server says to it. */
class SubscribingTest extends FeedClientTest {
  private static final String REFUSAL =
      "{'type':'error','code':'UNKNOWN_SYMBOL','error_type':'validation','message':'无效的股票代码:"
          + " 000001',"
          + "'id':'%s','details':{'rejected':['000001']},'suggestions':{'000001':['000001.SZ']},"
          + "'retryable':false}";

  private static void refuse(ScriptedFeed.Peer peer, JsonNode message) throws IOException {
    if (message.path("symbols").path(0).asText().equals("000001")) {
      peer.send(REFUSAL.formatted(message.path("id").asText()));
    } else {
      ScriptedFeed.confirm(peer, message);
    }
  }

  private static SubscriptionConfig of(String symbol) {
    return new SubscriptionConfig(List.of(symbol), List.of("price"));
  }

  @Test
  void sendsWhatTheGuideShows() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();

    client.subscribe(
        "my_subscription",
        new SubscriptionConfig(
            List.of("AAPL", "GOOGL"),
            List.of("price", "volume", "orderbook"),
            "realtime",
            Map.of("min_price", 100)));

    assertThat(feed.peer().next("subscribe").toString())
        .isEqualTo(
            "{'type':'subscribe','id':'my_subscription','symbols':['AAPL','GOOGL'],"
                    .replace('\'', '"')
                + "'data_types':['price','volume','orderbook'],'update_frequency':'realtime',"
                    .replace('\'', '"')
                + "'filters':{'min_price':100}}".replace('\'', '"'));
  }

  @Test
  void sendsFiltersEvenWhereThereAreNone() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    client.subscribe(
        "s", new SubscriptionConfig(List.of("AAPL"), List.of("price"), "realtime", null));
    assertThat(feed.peer().next("subscribe").path("filters").toString()).isEqualTo("{}");
  }

  @Test
  void addsWhatTheBuilderIsTold() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    client.subscribe(
        "s",
        SubscriptionConfig.builder(List.of("AAPL"), List.of("kline"))
            .updateFrequency("1s")
            .filter("min_volume", 5)
            .period("5m")
            .snapshot(false)
            .ack(true)
            .batch(true)
            .afterSourceSeq(7)
            .build());
    JsonNode frame = feed.peer().next("subscribe");
    assertThat(frame.path("update_frequency").asText()).isEqualTo("1s");
    assertThat(frame.path("filters").path("min_volume").asInt()).isEqualTo(5);
    assertThat(frame.path("period").asText()).isEqualTo("5m");
    assertThat(frame.path("snapshot").asBoolean(true)).isFalse();
    assertThat(frame.path("ack").asBoolean()).isTrue();
    assertThat(frame.path("batch").asBoolean()).isTrue();
    assertThat(frame.path("after_source_seq").asInt()).isEqualTo(7);
  }

  @Test
  void isTrueOnceWrittenAndTellsRefusalsByTheFuture() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.answering(SubscribingTest::refuse));
    WebSocketClient client = client(feed);
    client.connect();

    assertThat(client.subscribe("quiet", of("000001"))).isTrue();
    assertThat(client.subscribeAsync("good", AAPL).join().symbols()).containsExactly("AAPL");
    assertThatThrownBy(() -> client.subscribeAsync("bad", of("000001")).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            SubscriptionRefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("UNKNOWN_SYMBOL");
              assertThat(refused.type()).isEqualTo(ErrorType.CALLER);
              assertThat(refused.id()).isEqualTo("bad");
              assertThat(refused.retriable()).isFalse();
              assertThat(refused).hasMessage("无效的股票代码: 000001");
              assertThat(refused.suggestions()).containsEntry("000001", List.of("000001.SZ"));
            });
    assertThat(client.subscriptions()).containsOnlyKeys("good");
  }

  @Test
  void keepsWhatWasThereWhenAChangeIsRefused() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.answering(SubscribingTest::refuse));
    WebSocketClient client = client(feed);
    client.connect();
    client.subscribeAsync("s", AAPL).join();

    assertThatThrownBy(() -> client.subscribeAsync("s", of("000001")).join())
        .hasCauseInstanceOf(SubscriptionRefusedException.class);

    assertThat(client.subscriptions().get("s").symbols()).containsExactly("AAPL");
  }

  @Test
  void doesNotLoseASubscriptionThatIsRefusedWhenItIsRepeated() throws Exception {
    AtomicBoolean known = new AtomicBoolean(true);
    ScriptedFeed feed =
        keep(
            ScriptedFeed.answering(
                (peer, message) -> {
                  if (known.get()) {
                    ScriptedFeed.confirm(peer, message);
                  } else {
                    peer.send(REFUSAL.formatted(message.path("id").asText()));
                  }
                }));
    WebSocketClient client = client(feed);
    Collected errors = new Collected();
    client.addMessageHandler("error", errors);
    client.connect();
    client.subscribeAsync("s", AAPL).join();
    known.set(false);
    feed.peer().raw().cut();

    errors.next();

    assertThat(client.subscriptions()).containsOnlyKeys("s");
  }

  @Test
  void tellsWhenTheServerSaysNothing() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.answering((peer, message) -> {}));
    WebSocketClient client = client(quick(feed).timeout(Duration.ofMillis(300)));
    client.connect();
    assertThatThrownBy(() -> client.subscribeAsync("s", AAPL).join())
        .hasCauseInstanceOf(RequestTimeoutException.class);
    assertThat(client.subscriptions()).as("older servers confirm nothing").containsOnlyKeys("s");
  }

  @Test
  void takesDataForAConfirmation() throws Exception {
    ScriptedFeed feed =
        keep(ScriptedFeed.answering((peer, message) -> peer.price("s", "AAPL", "1.5")));
    WebSocketClient client = client(feed);
    client.connect();
    assertThat(client.subscribeAsync("s", AAPL).join().id()).isEqualTo("s");
  }

  @Test
  void countsDifferentIdsAgainstTheLimit() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).maxSubscriptions(2));
    client.connect();
    assertThat(client.subscribe("a", AAPL)).isTrue();
    assertThat(client.subscribe("b", AAPL)).isTrue();
    assertThat(client.subscribe("b", of("GOOGL"))).as("replaced").isTrue();
    assertThat(client.subscribe("c", AAPL)).isFalse();
    assertThatThrownBy(() -> client.subscribeAsync("c", AAPL).join())
        .hasCauseInstanceOf(ClientBusyException.class)
        .hasMessageContaining("达到最大订阅数量限制");
    assertThat(client.subscriptions().get("b").symbols()).containsExactly("GOOGL");
  }

  @Test
  void refusesBeforeTheFirstConnectionAndRemembersNothing() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    assertThat(client.subscribe("s", AAPL)).isFalse();
    assertThatThrownBy(() -> client.subscribeAsync("s", AAPL).join())
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("未连接到服务器");
    assertThat(client.subscriptions()).isEmpty();
    assertThat(feed.connections()).isZero();
  }

  @Test
  void keepsItForTheFirstConnectionWhereThatIsWanted() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).queueWhileDisconnected(true));
    assertThat(client.subscribe("s", AAPL)).isTrue();
    client.connect();
    assertThat(feed.peer().next("subscribe").path("id").asText()).isEqualTo("s");
  }

  @Test
  void remembersWhatIsSubscribedWhileReconnecting() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).reconnectDelay(Duration.ofMillis(200)));
    client.connect();
    feed.peer().raw().cut();
    Eventually.holds("lost", () -> client.state() == ConnectionState.RECONNECTING);

    assertThat(client.subscribe("s", AAPL)).isTrue();

    assertThat(feed.peer().next("subscribe").path("id").asText()).isEqualTo("s");
  }

  @Test
  void unsubscribesWithoutAConnectionSoThatItDoesNotComeBack() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).reconnectDelay(Duration.ofMillis(200)));
    client.connect();
    client.subscribe("gone", AAPL);
    client.subscribe("kept", AAPL);
    feed.peer().raw().cut();
    Eventually.holds("lost", () -> client.state() == ConnectionState.RECONNECTING);

    assertThat(client.unsubscribe("gone")).isTrue();
    assertThat(client.unsubscribe("gone")).as("no longer known").isFalse();

    assertThat(feed.peer().next("subscribe").path("id").asText()).isEqualTo("kept");
    assertThat(client.subscriptions()).containsOnlyKeys("kept");
  }

  @Test
  void asksAfterAReconnectForWhatItHasMissed() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected prices = new Collected();
    client.addMessageHandler("price", prices);
    client.connect();
    client.subscribe(
        "s", SubscriptionConfig.builder(List.of("AAPL"), List.of("price")).resume(true).build());
    ScriptedFeed.Peer peer = feed.peer();
    assertThat(peer.next("subscribe").has("after_source_seq")).isFalse();
    peer.send("{'type':'data','data_type':'price','id':'s','symbol':'AAPL','source_seq':4711}");
    prices.next();
    peer.raw().cut();

    assertThat(feed.peer().next("subscribe").path("after_source_seq").asLong()).isEqualTo(4711);
  }

  @Test
  void refusesIdsThatTheServerWouldNotTake() {
    WebSocketClient client = keep(new WebSocketClient(new ConnectionConfig("ws://127.0.0.1:1/")));
    assertThatThrownBy(() -> client.subscribe("", AAPL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.subscribe("x".repeat(129), AAPL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SubscriptionConfig(List.of(), List.of("price")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SubscriptionConfig(List.of("AAPL"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
