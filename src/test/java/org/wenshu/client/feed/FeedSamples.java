package org.wenshu.client.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.logging.Logger;
import org.wenshu.client.Wenshu;

/** The samples of the guide, so that they compile and can be run. */
final class FeedSamples {
  private static final Logger LOG = Logger.getLogger(FeedSamples.class.getName());

  private final List<String> printed;

  FeedSamples(List<String> printed) {
    this.printed = printed;
  }

  private void print(Object what) {
    printed.add(String.valueOf(what));
  }

  private CompletableFuture<Void> store(FeedMessage message) {
    print("stored " + message.symbol());
    return CompletableFuture.completedFuture(null);
  }

  void inALoop(String server, String token) {
    try (Wenshu wenshu = Wenshu.builder(server).token(token).build();
        Updates<MarketUpdate> updates =
            wenshu.feed().watch(new SubscriptionConfig(List.of("AAPL"), List.of("price")))) {
      for (MarketUpdate update : updates) {
        print(update.symbol() + " " + update.price().orElseThrow());
        break;
      }
    }
  }

  void asAPublisher(Wenshu wenshu, Flow.Subscriber<MarketUpdate> subscriber) {
    Flow.Publisher<MarketUpdate> trades =
        wenshu
            .feed()
            .updates(
                SubscriptionConfig.builder(List.of("AAPL", "GOOGL"), List.of("trade"))
                    .resume(true)
                    .build(),
                StreamOptions.defaults().withBuffer(1_000).on(Overflow.HOLD));
    trades.subscribe(subscriber);
  }

  void anOpenQuestion(Wenshu wenshu) {
    try (Updates<LiveAnswer> answers = wenshu.feed().watch("今天各状态的订单数量")) {
      for (LiveAnswer answer : answers) {
        print(answer.version() + ": " + answer.rows());
        break;
      }
    }
  }

  void quickStart(String url) {
    try (WebSocketClient client = QuickStartClient.create(url)) {
      if (client.connect()) {
        String id =
            QuickStartClient.subscribeStocks(
                client, List.of("AAPL", "GOOGL"), message -> print(message.symbol()));
        client.unsubscribe(id);
      }
    }
  }

  void theDocumentedClient(String url) {
    ConnectionConfig config =
        ConnectionConfig.builder(url)
            .apiKey("your_api_key")
            .maxReconnectAttempts(10)
            .reconnectDelay(Duration.ofSeconds(2))
            .heartbeatInterval(Duration.ofSeconds(20))
            .build();
    try (WebSocketClient client = new WebSocketClient(config)) {
      client.addMessageHandler("price", message -> print(message.price().orElseThrow()));
      client.addAsyncMessageHandler("volume", message -> store(message));
      client.addMessageHandler("error", message -> LOG.warning(message.toString()));
      if (!client.connect()) {
        throw client.lastFailure().orElseThrow();
      }
      client.subscribe(
          "my_subscription",
          new SubscriptionConfig(
              List.of("AAPL"), List.of("price", "volume"), "realtime", Map.of("min_price", 100)));
      print(client.getStats());
    }
  }

  void refusals(WebSocketClient client) {
    SubscriptionConfig wanted = new SubscriptionConfig(List.of("000001"), List.of("price"));
    client
        .subscribeAsync("s", wanted)
        .thenAccept(confirmed -> print("active: " + confirmed.symbols()))
        .exceptionally(
            failure -> {
              if (failure.getCause() instanceof SubscriptionRefusedException refused) {
                print(refused.code() + " " + refused.suggestions());
              }
              return null;
            })
        .join();
  }

  void severalClients(String url) {
    try (WebSocketClientManager clients = new WebSocketClientManager()) {
      clients.createClient("stocks", new ConnectionConfig(url)).connect();
      clients.createClient("futures", new ConnectionConfig(url)).connect();
      clients.getAllStats().forEach((id, stats) -> print(id + " " + stats.get("state")));
    }
  }
}
