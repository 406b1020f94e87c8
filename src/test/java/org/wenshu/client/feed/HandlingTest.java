package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How frames reach handlers. */
class HandlingTest extends FeedClientTest {
  private ScriptedFeed.Peer connected(WebSocketClient client, ScriptedFeed feed)
      throws InterruptedException {
    assertThat(client.connect()).isTrue();
    return feed.peer();
  }

  @Test
  void acceptsPlainAndAsynchronousHandlers() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    List<String> called = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Void> first = new CompletableFuture<>();
    client.addMessageHandler("price", message -> called.add("plain " + price(message)));
    client.addAsyncMessageHandler(
        "price",
        message ->
            (price(message).equals("1.50") ? first : CompletableFuture.completedFuture(null))
                .thenRun(() -> called.add("async " + price(message))));
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.price("s", "AAPL", "1.50").price("s", "AAPL", "2.00");
    Eventually.holds("both began", () -> called.size() == 1);
    first.complete(null);

    Eventually.holds("all called", () -> called.size() == 4);
    assertThat(called).containsExactly("plain 1.50", "async 1.50", "plain 2.00", "async 2.00");
    assertThat(client.getStats()).containsEntry("errors", 0L);
  }

  private static String price(FeedMessage message) {
    return message.price().orElseThrow().toPlainString();
  }

  @Test
  void keepsFailuresOfHandlersApart() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected after = new Collected();
    client.addMessageHandler(
        "price",
        message -> {
          throw new IllegalStateException("of a handler");
        });
    client.addAsyncMessageHandler(
        "price", message -> CompletableFuture.failedFuture(new IllegalStateException("later")));
    client.addMessageHandler("price", after);
    connected(client, feed).price("s", "AAPL", "1").price("s", "AAPL", "2");

    assertThat(price(after.next())).isEqualTo("1");
    assertThat(price(after.next())).isEqualTo("2");
    assertThat(client.getStats()).containsEntry("errors", 0L);
  }

  @Test
  void showsEveryFrameToDebugHandlers() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected debug = new Collected();
    client.addMessageHandler("debug", debug);
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.send("{'type':'welcome'}").send("{'type':'dance'}").price("s", "AAPL", "1");
    client.subscribe("s", AAPL);

    assertThat(List.of(debug.next().type(), debug.next().type(), debug.next().type()))
        .containsExactly("welcome", "dance", "data");
    assertThat(debug.next().type()).isEqualTo("subscription_response");
    assertThat(client.getStats())
        .containsEntry("messages_received", 4L)
        .containsEntry("errors", 0L);
  }

  @Test
  void tellsErrorsAndConditionsToThoseWhoAsk() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected errors = new Collected();
    Collected conditions = new Collected();
    client.addMessageHandler("error", errors);
    client.addMessageHandler("status", conditions);

    connected(client, feed)
        .send("{'type':'status','data':{'type':'gap','severity':'warning'}}")
        .send("{'type':'error','code':'RATE_LIMITED','message':'请求过于频繁'}");

    assertThat(errors.next().text("code")).contains("RATE_LIMITED");
    assertThat(conditions.next().json().path("data").path("type").asText()).isEqualTo("gap");
    assertThat(client.getStats()).containsEntry("errors", 1L);
  }

  @Test
  void callsAHandlerOnceThoughItIsAddedTwiceAndNoMoreOnceRemoved() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected handler = new Collected();
    Collected all = new Collected();
    assertThat(client.addMessageHandler("price", handler)).isTrue();
    assertThat(client.addMessageHandler("price", handler)).isFalse();
    client.addMessageHandler("*", all);
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.price("s", "AAPL", "1");
    all.next();
    assertThat(handler.size()).isOne();
    assertThat(client.removeMessageHandler("price", handler)).isTrue();
    assertThat(client.removeMessageHandler("price", handler)).isFalse();
    peer.price("s", "AAPL", "2");
    all.next();

    assertThat(handler.size()).isOne();
  }

  @Test
  void letsAHandlerRemoveItself() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    AtomicInteger calls = new AtomicInteger();
    Collected after = new Collected();
    client.addMessageHandler(
        "price",
        new MessageHandler() {
          @Override
          public void handle(FeedMessage message) {
            calls.incrementAndGet();
            client.removeMessageHandler("price", this);
          }
        });
    client.addMessageHandler("price", after);
    connected(client, feed).price("s", "AAPL", "1").price("s", "AAPL", "2");
    after.next();
    after.next();
    assertThat(calls).hasValue(1);
  }

  @Test
  void letsHandlersUseTheClient() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    client.addMessageHandler(
        "price",
        message -> {
          boolean subscribed = client.subscribe("more", AAPL);
          client.disconnect();
          outcome.complete(subscribed);
        });
    connected(client, feed).price("s", "AAPL", "1");
    assertThat(outcome.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(client.state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void readsOnWhileHandlersWorkButNoFurtherThanTheQueueIsLong() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).queueCapacity(16));
    CountDownLatch going = new CountDownLatch(1);
    List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
    client.addMessageHandler(
        "price",
        message -> {
          awaitQuietly(going);
          handled.add(message.number("price").orElseThrow().intValue());
        });
    ScriptedFeed.Peer peer = connected(client, feed);
    CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> flood(peer, 2_000));

    Eventually.holds("queue full", () -> received(client) >= 16);
    assertThat(Eventually.within(Duration.ofMillis(300), () -> received(client) > 17)).isFalse();
    assertThat(flood.isDone()).as("the server is held up").isFalse();
    going.countDown();

    Eventually.holds("all handled", () -> handled.size() == 2_000);
    flood.join();
    assertThat(handled).isSorted().doesNotHaveDuplicates();
  }

  private static long received(WebSocketClient client) {
    return (Long) client.getStats().get("messages_received");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** 10 KB each, so that no buffer of the system takes them all. */
  private static void flood(ScriptedFeed.Peer peer, int frames) {
    String padding = "x".repeat(10_000);
    for (int i = 0; i < frames; i++) {
      try {
        peer.send(
            "{'type':'data','data_type':'price','price':%d,'padding':'%s'}".formatted(i, padding));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void readsEveryFormOfData() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected all = new Collected();
    client.addMessageHandler("*", all);
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.price("flat", "AAPL", "1.50");
    peer.raw()
        .sendPieces("{\"type\":\"data\",\"data_type\":\"depth\",\"symb", "ol\":\"000001.SZ\"}");
    peer.raw().sendBytes(gzip("{\"type\":\"data\",\"data_type\":\"volume\",\"volume\":7}"));
    peer.send(
        "{'type':'batch','count':2,'messages':[{'type':'data','data_type':'a'},"
            + "{'type':'data','data_type':'b'}]}");
    peer.send("{'type':'kline_data','data':{'subscription_id':'k','symbol':'X','close':2}}");

    assertThat(all.next().id()).isEqualTo("flat");
    assertThat(all.next().symbol()).isEqualTo("000001.SZ");
    assertThat(all.next().volume().orElseThrow()).isEqualByComparingTo("7");
    assertThat(all.next().dataType()).isEqualTo("a");
    assertThat(all.next().dataType()).isEqualTo("b");
    assertThat(all.next().dataType()).isEqualTo("kline");
    assertThat(client.getStats()).containsEntry("messages_received", 5L);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void acknowledgesWhatCarriesAnIdOnceItIsHandled() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.answering((peer, message) -> {}));
    WebSocketClient client = client(feed);
    Collected prices = new Collected();
    client.addMessageHandler("price", prices);
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.price("s", "AAPL", "1");
    peer.send("{'type':'data','data_type':'price','message_id':'m1','price':2}");

    assertThat(peer.next("ack").path("message_id").asText()).isEqualTo("m1");
    assertThat(prices.size()).isEqualTo(2);
    assertThat(client.getStats()).containsEntry("messages_sent", 0L);
  }

  @Test
  void goesOnAfterWhatIsNoJson() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Collected prices = new Collected();
    client.addMessageHandler("price", prices);
    ScriptedFeed.Peer peer = connected(client, feed);

    peer.send("正在处理查询请求...").send("[1]").send("{'type':'data'").send("");
    peer.raw().sendBytes(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
    peer.price("s", "AAPL", "1");

    prices.next();
    assertThat(client.getStats())
        .containsEntry("messages_received", 1L)
        .containsEntry("errors", 5L);
    assertThat(client.state()).isEqualTo(ConnectionState.CONNECTED);
  }
}
