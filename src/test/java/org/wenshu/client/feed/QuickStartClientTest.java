package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ConnectionException;

class QuickStartClientTest extends FeedClientTest {
  @Test
  void makesAClientWithTheDocumentedDefaults() {
    WebSocketClient client = keep(QuickStartClient.create("ws://127.0.0.1:1/ws", "key"));
    assertThat(client.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(client.config().maxReconnectAttempts()).isEqualTo(3);
    assertThat(client.config().reconnectDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(client.config().apiKey()).contains("key");
    assertThat(keep(QuickStartClient.create("ws://127.0.0.1:1/ws")).config().apiKey()).isEmpty();
  }

  @Test
  void givesAnIdOfItsOwnToEachAndCallsTheHandlerForBothTypes() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = keep(QuickStartClient.create(feed.url()));
    client.connect();
    Collected handler = new Collected();

    String first = QuickStartClient.subscribeStocks(client, List.of("AAPL"), handler);
    String second = QuickStartClient.subscribeStocks(client, List.of("GOOGL"), handler);
    String third = QuickStartClient.subscribeStocks(client, List.of("MSFT"), handler);

    assertThat(first).matches("stocks_\\d{10,}(_\\d)?");
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(client.subscriptions()).containsOnlyKeys(first, second, third);
    assertThat(client.subscriptions().get(first).dataTypes()).containsExactly("price", "volume");
    ScriptedFeed.Peer peer = feed.peer();
    peer.price(first, "AAPL", "1");
    peer.send("{'type':'data','data_type':'volume','volume':2}");
    assertThat(handler.next().dataType()).isEqualTo("price");
    assertThat(handler.next().dataType()).as("called once a frame").isEqualTo("volume");
  }

  @Test
  void throwsWhenRefusedAndLeavesNoHandlerBehind() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.answering(
                (peer, message) ->
                    peer.send(
                        "{'type':'error','id':'%s','code':'UNKNOWN_SYMBOL','message':'x'}"
                            .formatted(message.path("id").asText()))));
    WebSocketClient client = keep(QuickStartClient.create(feed.url()));
    client.connect();
    Collected handler = new Collected();
    assertThatThrownBy(() -> QuickStartClient.subscribeStocks(client, List.of("?"), handler))
        .isInstanceOf(SubscriptionRefusedException.class);
    assertThat(client.removeMessageHandler("price", handler)).isFalse();
    assertThat(client.subscriptions()).isEmpty();
  }

  @Test
  void throwsWithoutAConnection() {
    WebSocketClient client = keep(QuickStartClient.create("ws://127.0.0.1:1/ws"));
    assertThatThrownBy(
            () -> QuickStartClient.subscribeStocks(client, List.of("AAPL"), message -> {}))
        .isInstanceOf(ConnectionException.class);
  }
}
