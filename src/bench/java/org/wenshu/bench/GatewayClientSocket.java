package org.wenshu.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the gateway's socket that notes when frames arrive. */
final class GatewayClientSocket implements WebSocket.Listener, AutoCloseable {
  /** One frame. */
  record Arrival(String text, long nanos) {
    boolean isLast() {
      return text.endsWith("\"complete\":true}");
    }
  }

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  GatewayClientSocket(int port) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/socket"), this)
            .join();
  }

  /** Asks for a completion. */
  void complete(int id, String prompt, boolean streaming) {
    String frame =
        "{\"id\":\"%d\",\"service\":\"text-completion\",\"flow\":\"default\",\"request\":{\"system\":\"\",\"prompt\":\"%s\",\"streaming\":%s}}"
            .formatted(id, prompt, streaming);
    socket.sendText(frame, true).join();
  }

  Arrival next() throws InterruptedException {
    Arrival arrival = arrivals.poll(30, TimeUnit.SECONDS);
    if (arrival == null) {
      throw new IllegalStateException("No frame came");
    }
    return arrival;
  }

  /** Waits for the ends of so many requests. */
  void awaitEnds(int count) throws InterruptedException {
    for (int left = count; left > 0; ) {
      left -= next().isLast() ? 1 : 0;
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      arrivals.add(new Arrival(text.toString(), System.nanoTime()));
      text.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
