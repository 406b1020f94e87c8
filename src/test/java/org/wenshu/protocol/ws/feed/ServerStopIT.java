package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.ServerProcess;

/** An orderly stop of the server: what those hear of it who are connected then. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@Tag("own-server")
class ServerStopIT {
  private static final String TOKEN = "stop-token";
  private static final Duration DEADLINE = Duration.ofSeconds(45);
  private static final long PATIENCE_NANOS = 180_000_000_000L;
  private static final int FOLLOWERS = 50;

  /** Once the server is up; it may take a while. */
  private static FeedSocket firstConnection(int port) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return FeedSocket.open(port, "/ws", TOKEN);
      } catch (CompletionException notYet) {
        assertThat(System.nanoTime()).as("the server is up").isLessThan(end);
        Thread.sleep(200);
      }
    }
  }

  private static FeedSocket follower(int port) throws InterruptedException {
    FeedSocket socket = FeedSocket.open(port, "/ws", TOKEN);
    socket.send("{'type':'subscribe','id':'s','symbols':['SIM001'],'data_types':['price']}");
    socket.next("subscription_response");
    return socket;
  }

  private static void expectFarewell(FeedSocket follower) throws InterruptedException {
    JsonNode status = follower.next(frame -> frame.path("type").asText().equals("status"));
    assertThat(status.path("data").path("type").asText()).isEqualTo("server_shutdown");
    assertThat(status.path("data").path("details").path("reconnect_after").asInt()).isEqualTo(5);
    JsonNode closed = follower.next("closed");
    assertThat(closed.path("code").asInt()).as(closed.toString()).isEqualTo(1001);
  }

  private static boolean isRefusedOrGone(int port) {
    try {
      FeedSocket.open(port, "/ws", TOKEN).close();
      return false;
    } catch (CompletionException refused) {
      return !(refused.getCause() instanceof WebSocketHandshakeException answered)
          || answered.getResponse().statusCode() == 503;
    }
  }

  @Test
  void closesEveryConnectionByTheCodeOfItsDialect() throws Exception {
    int port = ServerProcess.freePort();
    try (KillableDatabase database = KillableDatabase.start(ServerProcess.freePort())) {
      Map<String, String> properties = database.properties();
      properties.put("wenshu.security.tokens", TOKEN + "=tester");
      properties.put("wenshu.feed.strict-symbols", "false");
      properties.put("wenshu.feed.simulator.enabled", "true");
      try (ServerProcess server = ServerProcess.start(port, properties);
          FeedSocket silent = firstConnection(port);
          FeedSocket mcp = FeedSocket.open(port, "/mcp", "");
          FeedSocket gateway = FeedSocket.open(port, "/api/v1/socket?token=" + TOKEN, "")) {
        List<FeedSocket> followers = new ArrayList<>();
        while (followers.size() < FOLLOWERS) {
          followers.add(follower(port));
        }
        server.askToEnd();
        for (FeedSocket follower : followers) {
          expectFarewell(follower);
        }
        assertThat(isRefusedOrGone(port)).as("nobody comes any more").isTrue();
        assertThat(silent.next().path("code").asInt()).as("not a word before").isEqualTo(1001);
        assertThat(mcp.closeCode()).isEqualTo(1012);
        assertThat(gateway.closeCode()).isEqualTo(1012);
        assertThat(server.endsWithin(DEADLINE)).isTrue();
      }
    }
  }
}
