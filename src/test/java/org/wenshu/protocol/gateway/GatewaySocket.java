package org.wenshu.protocol.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.protocol.ws.InContainerSession;

/** A client of the multiplexed socket of the server under test. */
final class GatewaySocket implements AutoCloseable, WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private GatewaySocket() {}

  static GatewaySocket open() {
    return open("api/v1/socket?token=" + InContainerSession.TOKEN);
  }

  static GatewaySocket open(String path) {
    GatewaySocket client = new GatewaySocket();
    client.socket =
        GatewayClient.HTTP
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .buildAsync(URI.create(GatewayClient.base().replace("http:", "ws:") + path), client)
            .join();
    return client;
  }

  /** Sends a request to a service of the flow default. */
  GatewaySocket send(String id, String service, String request) {
    return sendText(
        "{\"id\":\"%s\",\"service\":\"%s\",\"flow\":\"default\",\"request\":%s}"
            .formatted(id, service, request));
  }

  GatewaySocket sendText(String frame) {
    socket.sendText(frame, true).join();
    return this;
  }

  /** The next frame. */
  JsonNode next() throws InterruptedException {
    JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("No frame came; closed: " + closed);
    }
    return frame;
  }

  /** All frames up to the end of one request, which must be the only one. */
  List<JsonNode> answer() throws InterruptedException {
    List<JsonNode> answer = new ArrayList<>();
    do {
      answer.add(next());
    } while (!answer.get(answer.size() - 1).path("complete").asBoolean());
    return answer;
  }

  /** Whether nothing comes for that time. */
  boolean isSilentFor(Duration time) throws InterruptedException {
    return frames.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  int closeCode() throws Exception {
    return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  void leave() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      try {
        frames.add(GatewayClient.JSON.readTree(text.toString()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      text.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      var unused = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
  }
}
