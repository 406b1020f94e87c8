package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ScriptedPeer;

/** Coming back after a loss, which is where the client in use until now breaks most promises. */
class ReconnectingTest extends FeedClientTest {
  private static final Duration BRIEFLY = Duration.ofMillis(300);

  private static boolean refuse(ScriptedPeer peer) throws IOException {
    peer.refuse(503);
    return false;
  }

  @Test
  void makesAllAttemptsAfterALoss() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer ->
                    (peer.number() > 1 && peer.number() < 5)
                        ? refuse(peer)
                        : ScriptedFeed.accept(peer)));
    WebSocketClient client = client(feed);
    assertThat(client.connect()).isTrue();
    feed.peer().raw().cut();

    feed.peer();

    assertThat(client.waitForConnection()).isTrue();
    assertThat(client.getStats()).containsEntry("reconnect_count", 4L);
    assertThat(feed.connections()).isEqualTo(5);
  }

  @Test
  void growsItsWaitsAgainstAServerThatAcceptsAndCloses() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept().close(1000, "");
                  return false;
                }));
    WebSocketClient client =
        client(quick(feed).reconnectDelay(Duration.ofMillis(50)).maxReconnectAttempts(3));
    client.connect();

    Eventually.holds("error", () -> client.state() == ConnectionState.ERROR);

    assertThat(feed.connections()).isEqualTo(4);
    List<Long> times = feed.times();
    for (int i = 1; i <= 3; i++) {
      long waited = times.get(i) - times.get(i - 1);
      assertThat(waited).isGreaterThan(Duration.ofMillis(50L << (i - 1)).toNanos());
    }
  }

  @Test
  void countsAnewOnceAConnectionHasDelivered() throws Exception {
    AtomicInteger served = new AtomicInteger();
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept().send("{\"type\":\"welcome\"}");
                  if (served.incrementAndGet() < 8) {
                    peer.close(1001, "");
                    return false;
                  }
                  return true;
                }));
    WebSocketClient client = client(quick(feed).maxReconnectAttempts(1));
    Collected frames = new Collected();
    client.addMessageHandler("debug", frames);
    client.connect();

    Eventually.holds("connected for good", () -> served.get() >= 8 || isError(client));

    assertThat(client.state()).isNotEqualTo(ConnectionState.ERROR);
  }

  private static boolean isError(WebSocketClient client) {
    return client.state() == ConnectionState.ERROR;
  }

  @Test
  void endsInErrorWhenAttemptsAreExhaustedAndStaysThereUntilAskedToConnect() throws Exception {
    AtomicBoolean up = new AtomicBoolean(true);
    ScriptedFeed feed =
        keep(ScriptedFeed.start(peer -> up.get() ? ScriptedFeed.accept(peer) : refuse(peer)));
    WebSocketClient client = client(quick(feed).maxReconnectAttempts(2));
    client.connect();
    client.subscribe("s", AAPL);
    up.set(false);
    feed.peer().raw().cut();

    Eventually.holds("error", () -> isError(client));
    up.set(true);

    assertThat(Eventually.within(BRIEFLY, () -> feed.connections() > 3)).isFalse();
    assertThat(client.connect()).isTrue();
    assertThat(feed.peer().next("subscribe").path("id").asText()).isEqualTo("s");
  }

  @Test
  void doesNotRetryAFirstConnectionThatFails() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start(ReconnectingTest::refuse));
    WebSocketClient client = client(feed);

    assertThat(client.connect()).isFalse();

    assertThat(client.state()).isEqualTo(ConnectionState.ERROR);
    assertThat(client.lastFailure().orElseThrow()).hasMessageContaining("503");
    assertThat(Eventually.within(BRIEFLY, () -> feed.connections() > 1)).isFalse();
  }

  @Test
  void sendsOneHeartbeatAnIntervalAfterManyReconnects() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    Duration interval = Duration.ofMillis(200);
    WebSocketClient client = client(quick(feed).heartbeatInterval(interval));
    client.connect();
    for (int i = 0; i < 3; i++) {
      feed.peer().raw().cut();
    }
    ScriptedFeed.Peer peer = feed.peer();

    peer.next("heartbeat");
    long began = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      peer.next("heartbeat");
    }

    assertThat(System.nanoTime() - began).isGreaterThan(4 * interval.toNanos());
  }

  @Test
  void makesOneConnectionHoweverManyAskForIt() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    List<CompletableFuture<Boolean>> asked =
        java.util.stream.Stream.generate(() -> CompletableFuture.supplyAsync(client::connect))
            .limit(8)
            .toList();

    assertThat(asked).allSatisfy(one -> assertThat(one.join()).isTrue());

    assertThat(feed.connections()).isOne();
  }

  @Test
  void closesAConnectionThatOpensTooLate() throws Exception {
    CompletableFuture<Void> late = new CompletableFuture<>();
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  if (peer.number() == 1) {
                    late.join();
                  }
                  return ScriptedFeed.accept(peer);
                }));
    WebSocketClient client = client(quick(feed).timeout(Duration.ofMillis(300)));
    assertThat(client.connect()).isFalse();
    assertThat(client.connect()).isTrue();
    ScriptedFeed.Peer second = feed.peer();
    late.complete(null);

    Collected prices = new Collected();
    client.addMessageHandler("price", prices);
    second.price("s", "AAPL", "1.5");
    prices.next();

    assertThat(feed.connections()).isEqualTo(2);
    assertThat(prices.isEmpty()).isTrue();
    assertThat(client.state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void staysAwayWhenDisconnectedBetweenAttempts() throws Exception {
    AtomicBoolean up = new AtomicBoolean(true);
    ScriptedFeed feed =
        keep(ScriptedFeed.start(peer -> up.get() ? ScriptedFeed.accept(peer) : refuse(peer)));
    WebSocketClient client = client(quick(feed).reconnectDelay(Duration.ofMillis(100)));
    client.connect();
    up.set(false);
    feed.peer().raw().cut();
    Eventually.holds("lost", () -> client.state() == ConnectionState.RECONNECTING);

    client.disconnect();
    up.set(true);

    assertThat(client.state()).isEqualTo(ConnectionState.DISCONNECTED);
    int sofar = feed.connections();
    assertThat(Eventually.within(BRIEFLY, () -> feed.connections() > sofar)).isFalse();
    assertThat(client.state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void staysAwayWhenDisconnectedWhileAnAttemptIsUnderWay() throws Exception {
    CompletableFuture<Void> late = new CompletableFuture<>();
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  late.join();
                  return ScriptedFeed.accept(peer);
                }));
    WebSocketClient client = client(feed);
    CompletableFuture<Boolean> connecting = client.connectAsync();
    Eventually.holds("attempt", () -> feed.connections() == 1);

    client.disconnect();
    late.complete(null);

    assertThat(connecting.join()).isFalse();
    assertThat(Eventually.within(BRIEFLY, () -> client.state() != ConnectionState.DISCONNECTED))
        .isFalse();
  }

  @Test
  void waitsForAConnectionWhileAnAttemptIsScheduled() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).reconnectDelay(Duration.ofMillis(200)));
    long began = System.nanoTime();
    assertThat(client.waitForConnection()).as("disconnected: at once").isFalse();
    client.connect();
    feed.peer().raw().cut();
    Eventually.holds("lost", () -> client.state() == ConnectionState.RECONNECTING);

    assertThat(client.waitForConnection(Duration.ofMillis(10))).isFalse();
    assertThat(client.waitForConnection()).isTrue();

    assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void reconnectsToAServerThatHasFallenSilent() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept();
                  if (peer.number() == 1) {
                    peer.playDead();
                  }
                  return true;
                }));
    WebSocketClient client =
        client(
            quick(feed).heartbeatInterval(Duration.ofMillis(200)).timeout(Duration.ofMillis(200)));
    client.connect();

    feed.peer();

    assertThat(client.waitForConnection()).isTrue();
    assertThat(feed.connections()).isEqualTo(2);
    assertThat(feed.times().get(1) - feed.times().get(0))
        .isGreaterThan(Duration.ofMillis(400).toNanos());
    assertThat(client.getStats()).containsEntry("errors", 1L);
  }

  @Test
  void pausesAfterFramesThatAreCutInTheMiddle() throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept();
                  // A reset may overtake the handshake, and a first attempt is not repeated.
                  assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
                  peer.cutMidFrame("{\"type\":\"data\"}".repeat(20));
                  return false;
                }));
    WebSocketClient client = client(quick(feed).maxReconnectAttempts(3));
    assertThat(client.connect()).isTrue();
    connected.countDown();

    Eventually.holds("error", () -> isError(client));

    assertThat(feed.connections()).isEqualTo(4);
    assertThat(feed.times().get(3) - feed.times().get(0))
        .isGreaterThan(Duration.ofMillis(20 + 40 + 80).toNanos());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013})
  void comesBackWhateverTheServerClosesWith(int code) throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    client.subscribe("s", AAPL);
    ScriptedFeed.Peer first = feed.peer();
    first.next("subscribe");
    first.close(code);

    assertThat(feed.peer().next("subscribe").path("id").asText()).isEqualTo("s");

    assertThat(client.lastFailure())
        .get()
        .isInstanceOfSatisfying(
            ConnectionClosedException.class, end -> assertThat(end.code()).isEqualTo(code));
  }

  @Test
  void doesNotHammerAServerThatClosesForAbuse() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept().send("{\"type\":\"welcome\"}").close(1008, "policy");
                  return false;
                }));
    WebSocketClient client = client(quick(feed).maxReconnectAttempts(2));
    client.connect();

    Eventually.holds("error", () -> isError(client));

    assertThat(feed.connections()).isEqualTo(3);
  }

  @Test
  void staysAwayAsLongAsAServerAsksThatShutsDown() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    ScriptedFeed.Peer peer = feed.peer();
    peer.send(
        "{'type':'status','data':{'type':'server_shutdown','reconnect_after':0.4,'details':{}}}");
    long began = System.nanoTime();
    peer.close(1001);

    feed.peer();

    assertThat(System.nanoTime() - began).isGreaterThan(Duration.ofMillis(350).toNanos());
  }
}
