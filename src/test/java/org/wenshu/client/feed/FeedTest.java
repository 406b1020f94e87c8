package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.Wenshu;

/** The feed as streams. */
class FeedTest extends FeedClientTest {
  private static final String ANSWER =
      "{'type':'live','id':'%s','kind':'answer','version':%d,'sql':'SELECT 1','columns':['n'],"
          + "'rows':[{'n':1}],'truncated':false}";

  private Feed feed(ScriptedFeed server) {
    Wenshu wenshu = keep(Wenshu.builder(server.address()).token("secret").build());
    return wenshu.feed(config -> config.reconnectDelay(Duration.ofMillis(20)));
  }

  /** Keeps what it gets. */
  private static final class Taken<T> implements Flow.Subscriber<T> {
    private final BlockingQueue<T> items = new LinkedBlockingQueue<>();
    private final CompletableFuture<Throwable> end = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final long demand;

    Taken(long demand) {
      this.demand = demand;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
      subscription.complete(made);
      if (demand > 0) {
        made.request(demand);
      }
    }

    @Override
    public void onNext(T item) {
      items.add(item);
    }

    @Override
    public void onError(Throwable why) {
      end.complete(why);
    }

    @Override
    public void onComplete() {
      end.completeExceptionally(new AssertionError("A feed does not complete"));
    }

    T next() throws InterruptedException {
      T item = items.poll(10, TimeUnit.SECONDS);
      assertThat(item).as("an item").isNotNull();
      return item;
    }

    Throwable end() throws Exception {
      return end.get(10, TimeUnit.SECONDS);
    }
  }

  private static <T> Taken<T> take(Flow.Publisher<T> publisher, long demand) {
    Taken<T> taken = new Taken<>(demand);
    publisher.subscribe(taken);
    return taken;
  }

  @Test
  void connectsWithTheFirstSubscriberAndTellsTypedUpdates() throws Exception {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    ScriptedFeed server =
        keep(
            ScriptedFeed.start(
                peer -> {
                  shown.add(peer.path() + " " + peer.header("Authorization"));
                  return ScriptedFeed.accept(peer);
                }));
    Feed feed = feed(server);
    Flow.Publisher<MarketUpdate> updates = feed.updates(AAPL);
    assertThat(server.connections()).isZero();

    Taken<MarketUpdate> taken = take(updates, 10);

    ScriptedFeed.Peer peer = server.peer();
    String id = peer.next("subscribe").path("id").asText();
    peer.send(
        ("{'type':'data','data_type':'price','id':'%s','symbol':'AAPL','price':187.320,"
                + "'timestamp':'2025-01-15T09:30:00.123+08:00','seq':4711,'conflated':2,"
                + "'snapshot':true,'source':'simulator','bids':[[1.5,10]]}")
            .formatted(id));
    MarketUpdate update = taken.next();
    assertThat(update.symbol()).isEqualTo("AAPL");
    assertThat(update.dataType()).isEqualTo("price");
    assertThat(update.price().orElseThrow()).hasToString("187.320");
    assertThat(update.time()).contains(Instant.parse("2025-01-15T01:30:00.123Z"));
    assertThat(update.seq()).hasValue(4711);
    assertThat(update.sourceSeq()).isEmpty();
    assertThat(update.snapshot()).isTrue();
    assertThat(update.conflated()).isEqualTo(2);
    assertThat(update.source()).isEqualTo("simulator");
    assertThat(update.bids().get(0).size()).isEqualByComparingTo("10");
    assertThat(update.asks()).isEmpty();
    assertThat(shown).containsExactly("/ws Bearer secret");
  }

  @Test
  void tellsEachSubscriberWhatItHasSubscribed() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.start());
    Feed feed = feed(server);
    Taken<MarketUpdate> first = take(feed.updates(AAPL), 10);
    ScriptedFeed.Peer peer = server.peer();
    String one = peer.next("subscribe").path("id").asText();
    Taken<MarketUpdate> second = take(feed.updates(AAPL), 10);
    String two = peer.next("subscribe").path("id").asText();

    peer.send(
        "{'type':'data','data_type':'price','id':'%s','ids':['%s','%s'],'symbol':'B'}"
            .formatted(one, one, two));
    peer.price(two, "C", "1");
    peer.price(one, "D", "1");

    assertThat(first.next().symbol()).isEqualTo("B");
    assertThat(first.next().symbol()).isEqualTo("D");
    assertThat(second.next().symbol()).isEqualTo("B");
    assertThat(second.next().symbol()).isEqualTo("C");
  }

  @Test
  void endsTheSubscriptionWhenCancelled() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.start());
    Feed feed = feed(server);
    Taken<MarketUpdate> taken = take(feed.updates(AAPL), 1);
    ScriptedFeed.Peer peer = server.peer();
    String id = peer.next("subscribe").path("id").asText();

    taken.subscription.join().cancel();

    assertThat(peer.next("unsubscribe").path("id").asText()).isEqualTo(id);
    assertThat(feed.client().subscriptions()).isEmpty();
  }

  @Test
  void keepsTheLatestOfEachForASubscriberThatIsSlow() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.start());
    Feed feed = feed(server);
    Collected read = new Collected();
    Taken<MarketUpdate> slow = take(feed.updates(AAPL, StreamOptions.defaults().withBuffer(2)), 0);
    ScriptedFeed.Peer peer = server.peer();
    String id = peer.next("subscribe").path("id").asText();
    feed.client().addMessageHandler("status", read);

    for (int i = 1; i <= 5; i++) {
      peer.price(id, "A", String.valueOf(i)).price(id, "B", String.valueOf(i));
    }
    peer.price(id, "C", "1").send("{'type':'status'}");
    read.next();
    slow.subscription.join().request(10);

    MarketUpdate b = slow.next();
    assertThat(b.symbol()).isEqualTo("B");
    assertThat(b.price().orElseThrow()).isEqualByComparingTo("5");
    assertThat(b.conflated()).isEqualTo(4);
    assertThat(b.skipped()).as("all of A").isEqualTo(5);
    assertThat(slow.next().symbol()).isEqualTo("C");
  }

  @Test
  void goesOnAfterAReconnect() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.start());
    Taken<MarketUpdate> taken = take(feed(server).updates(AAPL), 10);
    ScriptedFeed.Peer peer = server.peer();
    String id = peer.next("subscribe").path("id").asText();
    peer.raw().cut();

    ScriptedFeed.Peer again = server.peer();
    assertThat(again.next("subscribe").path("id").asText()).isEqualTo(id);
    again.price(id, "AAPL", "2");

    assertThat(taken.next().price().orElseThrow()).isEqualByComparingTo("2");
  }

  @Test
  void endsWithWhatWentWrong() throws Exception {
    ScriptedFeed refusing =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.refuse(401);
                  return false;
                }));
    assertThat(take(feed(refusing).updates(AAPL), 1).end())
        .isInstanceOfSatisfying(
            HandshakeRefusedException.class, e -> assertThat(e.status()).isEqualTo(401));
    ScriptedFeed server = keep(ScriptedFeed.answering(FeedTest::refuse));
    Feed feed = feed(server);
    assertThat(take(feed.updates(AAPL), 1).end())
        .isInstanceOfSatisfying(
            SubscriptionRefusedException.class,
            e -> assertThat(e.code()).isEqualTo("PERMISSION_DENIED"));
    assertThat(feed.client().subscriptions()).isEmpty();
  }

  private static void refuse(ScriptedFeed.Peer peer, JsonNode message) throws IOException {
    peer.send(
        "{'type':'error','code':'PERMISSION_DENIED','message':'权限不足','id':'%s'}"
            .formatted(message.path("id").asText()));
  }

  @Test
  void endsAllStreamsWhenClosed() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.start());
    Feed feed = feed(server);
    Taken<MarketUpdate> taken = take(feed.updates(AAPL), 1);
    server.peer().next("subscribe");
    feed.close();
    assertThat(taken.end()).isInstanceOf(ClientClosedException.class);
    assertThat(feed.client().state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void endsStreamsWhenAllAttemptsHaveFailed() throws Exception {
    ScriptedFeed server =
        keep(
            ScriptedFeed.start(
                peer -> {
                  if (peer.number() > 1) {
                    peer.refuse(503);
                    return false;
                  }
                  return ScriptedFeed.accept(peer);
                }));
    Wenshu wenshu = keep(Wenshu.connect(server.address()));
    Feed feed = wenshu.feed(c -> c.reconnectDelay(Duration.ofMillis(20)).maxReconnectAttempts(2));
    Taken<MarketUpdate> taken = take(feed.updates(AAPL), 1);
    ScriptedFeed.Peer peer = server.peer();
    peer.next("subscribe");
    peer.raw().cut();
    assertThat(taken.end())
        .isInstanceOfSatisfying(
            HandshakeRefusedException.class, e -> assertThat(e.status()).isEqualTo(503));
    assertThat(feed.client().subscriptions()).isEmpty();
  }

  @Test
  void tellsTheAnswerToAnOpenQuestionAsItChanges() throws Exception {
    ScriptedFeed server = keep(ScriptedFeed.answering((peer, message) -> {}));
    Taken<LiveAnswer> taken = take(feed(server).live("今天各状态的订单数量"), 10);
    ScriptedFeed.Peer peer = server.peer();
    JsonNode asked = peer.next("subscribe");
    assertThat(asked.path("query").asText()).isEqualTo("今天各状态的订单数量");
    String id = asked.path("id").asText();

    peer.send(ANSWER.formatted(id, 1));
    assertThat(taken.next().rows()).hasSize(1);
    peer.send(
        "{'type':'live','id':'%s','kind':'change','version':2,'removed':[0],'added':[]}"
            .formatted(id));
    LiveAnswer changed = taken.next();
    assertThat(changed.rows()).isEmpty();
    assertThat(changed.version()).isEqualTo(2);
    peer.send(
        "{'type':'live','id':'%s','kind':'change','version':3,'removed':[8],'added':[]}"
            .formatted(id));
    assertThat(peer.next("subscribe").path("id").asText()).as("asked anew").isEqualTo(id);
    peer.send("{'type':'error','id':'%s','code':'PERMISSION_DENIED','message':'x'}".formatted(id));
    assertThat(taken.end()).isInstanceOf(SubscriptionRefusedException.class);
    assertThat(peer.next("unsubscribe").path("id").asText()).isEqualTo(id);
  }

  @Test
  void canBeReadInALoop() throws Exception {
    ScriptedFeed server =
        keep(
            ScriptedFeed.answering(
                (peer, message) -> {
                  if (message.path("type").asText().equals("subscribe")) {
                    String id = message.path("id").asText();
                    peer.price(id, "AAPL", "1").price(id, "AAPL", "2").price(id, "AAPL", "3");
                  }
                }));
    Feed feed = feed(server);
    Updates<MarketUpdate> updates = feed.watch(AAPL);
    List<String> prices =
        updates.stream().limit(3).map(u -> u.price().orElseThrow().toPlainString()).toList();
    assertThat(prices).containsExactly("1", "2", "3");
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(updates.iterator()::hasNext);
    updates.close();
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    server.peer().next("unsubscribe");
  }

  @Test
  void throwsInALoopWhatEndsTheStream() {
    ScriptedFeed server = keep(ScriptedFeed.answering(FeedTest::refuse));
    try (Updates<LiveAnswer> answers = feed(server).watch("有多少订单")) {
      assertThatThrownBy(answers::next).isInstanceOf(SubscriptionRefusedException.class);
    }
  }
}
