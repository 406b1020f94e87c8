package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ScriptedServer;

/** Connecting, its deadlines, and what is told about it. */
class ConnectingTest extends FeedClientTest {
  @Test
  void showsTheKeyInTheHandshakeAndNothingOtherwise() throws Exception {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  shown.add(peer.header("Authorization"));
                  return ScriptedFeed.accept(peer);
                }));
    client(quick(feed).apiKey("secret")).connect();
    client(feed).connect();
    assertThat(shown).containsExactly("Bearer secret", "");
  }

  @Test
  void isFalseAndInErrorWhereTheKeyIsRefused() {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.refuse(401);
                  return false;
                }));
    WebSocketClient client = client(quick(feed).apiKey("wrong"));
    assertThat(client.connect()).isFalse();
    assertThat(client.state()).isEqualTo(ConnectionState.ERROR);
    assertThat(client.state().value()).isEqualTo("error");
  }

  @Test
  void isFalseWhereNobodyListens() {
    WebSocketClient client =
        keep(
            new WebSocketClient(
                new ConnectionConfig("ws://127.0.0.1:" + ScriptedServer.deadPort() + "/ws")));
    assertThat(client.connect()).isFalse();
    assertThat(client.getStats()).containsEntry("state", "error").containsEntry("uptime", null);
  }

  @Test
  void usesTheTimeoutForConnecting() {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.playDead();
                  return false;
                }));
    WebSocketClient client = client(quick(feed).timeout(Duration.ofMillis(300)));
    long began = System.nanoTime();
    assertThat(client.connect()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
  }

  @Test
  void usesTheTimeoutForClosing() throws Exception {
    ScriptedFeed feed =
        keep(
            ScriptedFeed.start(
                peer -> {
                  peer.accept().playDead();
                  return false;
                }));
    WebSocketClient client = client(quick(feed).timeout(Duration.ofMillis(500)));
    assertThat(client.connect()).isTrue();
    long began = System.nanoTime();
    client.disconnect();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(client.state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void closesInGoodOrder() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    ScriptedFeed.Peer peer = feed.peer();
    client.disconnect();
    Eventually.holds("gone", peer::isGone);
    assertThat(peer.raw().closeCode()).isEqualTo(1000);
  }

  @Test
  void keepsTheStatisticsOfTheGuideInTheirOrder() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    Map<String, Object> before = client.getStats();
    assertThat(before.keySet())
        .containsExactly(
            "messages_received",
            "messages_sent",
            "reconnect_count",
            "errors",
            "state",
            "connection_id",
            "subscriptions_count",
            "uptime");
    assertThat(before)
        .containsEntry("state", "disconnected")
        .containsEntry("connection_id", null)
        .containsEntry("uptime", null);
    Collected debug = new Collected();
    client.addMessageHandler("debug", debug);
    client.connect();
    client.subscribe("s", AAPL);
    debug.next();
    client.subscribe("t", AAPL);
    debug.next();
    client.unsubscribe("t");
    debug.next();

    Map<String, Object> stats = client.getStats();

    assertThat(stats)
        .containsEntry("messages_received", 3L)
        .containsEntry("messages_sent", 3L)
        .containsEntry("reconnect_count", 0L)
        .containsEntry("errors", 0L)
        .containsEntry("state", "connected")
        .containsEntry("subscriptions_count", 1);
    assertThat((String) stats.get("connection_id")).hasSize(36);
    assertThat((String) stats.get("uptime")).matches("0:00:\\d\\d(\\.\\d{6})?");
    assertThat(new ObjectMapper().writeValueAsString(stats)).contains("\"state\":\"connected\"");
    assertThat(client.connectionStartTime()).isPresent();
  }

  @Test
  void freezesTheUptimeWhenDisconnected() throws Exception {
    ScriptedFeed feed = keep(ScriptedFeed.start());
    WebSocketClient client = client(feed);
    client.connect();
    client.disconnect();
    Object uptime = client.getStats().get("uptime");
    assertThat(
            Eventually.within(
                Duration.ofMillis(50), () -> !uptime.equals(client.getStats().get("uptime"))))
        .isFalse();
    assertThat(client.getStats().get("connection_id")).isNotNull();
  }

  @Test
  void logsWhatOperatorsKnow() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = collecting(lines);
    Logger logger = Logger.getLogger("org.wenshu.client.feed");
    logger.addHandler(handler);
    try {
      ScriptedFeed feed =
          keep(ScriptedFeed.start(peer -> peer.number() > 1 ? refused(peer) : accepted(peer)));
      WebSocketClient client =
          client(
              ConnectionConfig.builder(feed.url() + "?token=secret")
                  .reconnectDelay(Duration.ofMillis(20))
                  .maxSubscriptions(1)
                  .maxReconnectAttempts(2));
      client.subscribe("s", AAPL);
      client.connect();
      Object id = client.getStats().get("connection_id");
      client.subscribe("s", AAPL);
      client.subscribe("t", AAPL);
      client.unsubscribe("s");
      client.unsubscribe("s");
      Collected debug = new Collected();
      client.addMessageHandler("debug", debug);
      ScriptedFeed.Peer peer = feed.peer();
      peer.send("no json").send("{'type':'error','code':'X'}");
      while (!debug.next().type().equals("error")) {
        // Until what was sent before has been read.
      }
      peer.raw().cut();
      Eventually.holds("error", () -> client.state() == ConnectionState.ERROR);

      assertThat(lines)
          .contains(
              "连接到WebSocket服务器: " + feed.url(),
              "连接成功，连接ID: " + id,
              "未连接到服务器",
              "订阅成功: s",
              "达到最大订阅数量限制",
              "取消订阅成功: s",
              "订阅不存在: s",
              "无效的消息格式: no json",
              "收到服务器错误: {\"type\":\"error\",\"code\":\"X\"}",
              "连接关闭",
              "0.02秒后重试连接...",
              "0.04秒后重试连接...",
              "达到最大重连次数")
          .anyMatch(line -> line.startsWith("连接失败: "))
          .noneMatch(line -> line.contains("secret"));
      client.connect();
      client.disconnect();
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static boolean refused(org.wenshu.client.ScriptedPeer peer) throws java.io.IOException {
    peer.refuse(503);
    return false;
  }

  private static boolean accepted(org.wenshu.client.ScriptedPeer peer) throws java.io.IOException {
    return ScriptedFeed.accept(peer);
  }

  private static Handler collecting(List<String> lines) {
    SimpleFormatter formatter = new SimpleFormatter();
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(formatter.formatMessage(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
