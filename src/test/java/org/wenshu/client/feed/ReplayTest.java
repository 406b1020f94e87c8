package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What becomes of subscriptions when the connection is another. */
class ReplayTest extends FeedClientTest {
  @Test
  void replaysSubscriptionsAtTheLimit() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(quick(feed).maxSubscriptions(3));
    client.connect();
    for (String id : List.of("a", "b", "c")) {
      assertThat(client.subscribe(id, AAPL)).isTrue();
    }
    assertThat(client.subscribe("d", AAPL)).isFalse();
    feed.peer().raw().cut();

    ScriptedFeed.Peer again = feed.peer();

    for (String id : List.of("a", "b", "c")) {
      assertThat(again.next("subscribe").path("id").asText()).isEqualTo(id);
    }
    assertThat(client.subscriptions()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void replaysWhileSubscriptionsChange() throws Exception {
    Map<String, String> known = new TreeMap<>();
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  synchronized (known) {
                    known.clear();
                  }
                  return ScriptedFeed.accept(peer);
                },
                (peer, message) -> {
                  note(known, message);
                  ScriptedFeed.confirm(peer, message);
                }));
    WebSocketClient client = client(quick(feed).maxSubscriptions(1_000));
    client.connect();
    for (int i = 0; i < 300; i++) {
      client.subscribe("s" + i, AAPL);
    }
    AtomicBoolean going = new AtomicBoolean(true);
    CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> change(client, going));

    for (int i = 0; i < 5; i++) {
      feed.peer().raw().cut();
      Eventually.holds("lost", () -> client.state() != ConnectionState.CONNECTED);
      assertThat(client.waitForConnection()).isTrue();
    }
    going.set(false);
    changes.join();

    Eventually.holds("the server knows what the client knows", () -> agree(known, client));
  }

  private static void note(Map<String, String> known, JsonNode message) {
    String id = message.path("id").asText();
    synchronized (known) {
      if (message.path("type").asText().equals("subscribe")) {
        known.put(id, message.path("update_frequency").asText());
      } else if (message.path("type").asText().equals("unsubscribe")) {
        known.remove(id);
      }
    }
  }

  private static void change(WebSocketClient client, AtomicBoolean going) {
    SubscriptionConfig slower = new SubscriptionConfig(List.of("AAPL"), List.of("price"), "1s");
    for (int i = 0; going.get(); i++) {
      client.subscribe("s" + i % 150, i % 2 == 0 ? slower : AAPL);
      client.unsubscribe("s" + (150 + i % 150));
      client.subscribe("s" + (150 + (i + 75) % 150), AAPL);
    }
  }

  private static boolean agree(Map<String, String> known, WebSocketClient client) {
    Map<String, String> wanted = new TreeMap<>();
    client.subscriptions().forEach((id, config) -> wanted.put(id, config.updateFrequency()));
    synchronized (known) {
      return known.equals(wanted);
    }
  }
}
