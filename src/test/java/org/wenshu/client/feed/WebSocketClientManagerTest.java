package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WebSocketClientManagerTest extends FeedClientTest {
  @Test
  void keepsClientsByName() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClientManager clients = keep(new WebSocketClientManager());
    WebSocketClient first = clients.createClient("first", quick(feed).build());
    clients.createClient("second", quick(feed).build());
    assertThat(first.connect()).isTrue();

    assertThat(clients.getClient("first")).contains(first);
    assertThat(clients.getClient("third")).isEmpty();
    assertThat(clients.getAllStats().keySet()).containsExactly("first", "second");
    assertThat(clients.getAllStats().get("first")).containsEntry("state", "connected");
    assertThat(clients.removeClient("first")).isTrue();
    assertThat(clients.removeClient("first")).isFalse();
    assertThat(first.state()).isEqualTo(ConnectionState.DISCONNECTED);
    Eventually.holds("gone", feed.peer()::isGone);
  }

  @Test
  void refusesANameThatIsTaken() {
    WebSocketClientManager clients = keep(new WebSocketClientManager());
    ConnectionConfig config = new ConnectionConfig("ws://127.0.0.1:1/ws");
    clients.createClient("one", config);
    assertThatThrownBy(() -> clients.createClient("one", config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("客户端已存在: one");
  }

  @Test
  void closesAll() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClientManager clients = keep(new WebSocketClientManager());
    clients.createClient("one", quick(feed).build()).connect();
    clients.createClient("two", quick(feed).build()).connect();
    clients.closeAll();
    assertThat(clients.getAllStats()).isEmpty();
    Eventually.holds("gone", feed.peer()::isGone);
    Eventually.holds("gone", feed.peer()::isGone);
  }
}
