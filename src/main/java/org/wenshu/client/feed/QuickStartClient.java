package org.wenshu.client.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.WenshuException;

/** The shortest way to prices and volumes. */
public final class QuickStartClient {
  private static final int ATTEMPTS = 3;
  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final List<String> TYPES = List.of("price", "volume");

  private QuickStartClient() {}

  /** A client that makes three attempts, the first after 1 s. It is not connected yet. */
  public static WebSocketClient create(String url) {
    return create(url, null);
  }

  /** As {@link #create(String)}, with a key; null for none. */
  public static WebSocketClient create(String url, String apiKey) {
    return new WebSocketClient(
        ConnectionConfig.builder(url)
            .apiKey(apiKey)
            .maxReconnectAttempts(ATTEMPTS)
            .reconnectDelay(DELAY)
            .build());
  }

  /**
   * Subscribes price and volume of these symbols as they happen, and calls the handler for both.
   * Waits for the server's confirmation.
   *
   * @return the id of the subscription, {@code stocks_} and the second it was made in, with a
   *     number behind it where that is taken
   * @throws SubscriptionRefusedException when the server refuses
   * @throws RequestTimeoutException when it says nothing within the timeout
   * @throws WenshuException when there is no connection, or the limit is reached
   */
  public static String subscribeStocks(
      WebSocketClient client, List<String> symbols, MessageHandler handler) {
    SubscriptionConfig wanted = new SubscriptionConfig(symbols, TYPES);
    List<String> added =
        TYPES.stream().filter(type -> client.addMessageHandler(type, handler)).toList();
    try {
      Map.Entry<String, CompletableFuture<SubscriptionConfirmation>> begun = begin(client, wanted);
      Waiting.forOutcome(begun.getValue(), client.config().timeout().plusSeconds(1));
      return begun.getKey();
    } catch (WenshuException e) {
      added.forEach(type -> client.removeMessageHandler(type, handler));
      throw e;
    }
  }

  /** Under a lock, so that no two calls take the same id. */
  private static Map.Entry<String, CompletableFuture<SubscriptionConfirmation>> begin(
      WebSocketClient client, SubscriptionConfig wanted) {
    synchronized (QuickStartClient.class) {
      String id = freeId(client);
      return Map.entry(id, client.subscribeAsync(id, wanted));
    }
  }

  private static String freeId(WebSocketClient client) {
    String base = "stocks_" + Instant.now().getEpochSecond();
    Map<String, SubscriptionConfig> taken = client.subscriptions();
    String id = base;
    for (int i = 2; taken.containsKey(id); i++) {
      id = base + "_" + i;
    }
    return id;
  }
}
