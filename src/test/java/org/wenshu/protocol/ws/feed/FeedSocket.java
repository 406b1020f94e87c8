package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.wenshu.protocol.ws.InContainerSession;

/** A client of the feed that keeps the frames it gets. */
final class FeedSocket implements AutoCloseable, WebSocket.Listener {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private volatile boolean unzipped;
  private WebSocket socket;

  private FeedSocket() {}

  static FeedSocket open(String path, String token) {
    return open(InContainerSession.port(), path, token);
  }

  /**
   * One that talks to another server than that of the other tests.
   *
   * @param token empty where credentials go another way
   */
  static FeedSocket open(int port, String path, String token) {
    FeedSocket client = new FeedSocket();
    client.connect(port, path, "Authorization", token.isEmpty() ? "" : "Bearer " + token);
    return client;
  }

  /** One that shows its token as the feed's own clients may and those of the gateway may not. */
  static FeedSocket openWithKey(String path, String key) {
    FeedSocket client = new FeedSocket();
    client.connect(InContainerSession.port(), path, "X-API-Key", key);
    return client;
  }

  static FeedSocket open() {
    return open("/ws", InContainerSession.TOKEN);
  }

  private void connect(int port, String path, String header, String credential) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (!credential.isEmpty()) {
      builder.header(header, credential);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), this).join();
  }

  FeedSocket send(String message) {
    socket.sendText(message.replace('\'', '"'), true).join();
    return this;
  }

  FeedSocket send(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
    return this;
  }

  JsonNode next() throws InterruptedException {
    JsonNode frame = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (frame == null) {
      throw new AssertionError("Nothing arrived within " + PATIENCE);
    }
    return frame;
  }

  JsonNode nextWithin(Duration time) throws InterruptedException {
    return received.poll(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The next frame of that type; what comes before is skipped. */
  JsonNode next(String type) throws InterruptedException {
    return next(frame -> frame.path("type").asText().equals(type));
  }

  JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode frame = nextWithin(Duration.ofMillis(500));
      if (frame != null && wanted.test(frame)) {
        return frame;
      }
    }
    throw new AssertionError("The frame did not arrive within " + PATIENCE);
  }

  /** All frames that arrive within that time. */
  List<JsonNode> within(Duration time) throws InterruptedException {
    List<JsonNode> frames = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      JsonNode frame = received.poll(left, TimeUnit.NANOSECONDS);
      if (frame != null) {
        frames.add(frame);
      }
    }
    return frames;
  }

  /** Whether any message came compressed. */
  boolean hasUnzipped() {
    return unzipped;
  }

  int closeCode() throws InterruptedException {
    return next("closed").path("code").asInt();
  }

  /** Brings ticks over HTTP, as somebody who may. */
  static HttpResponse<String> bring(String items) {
    return request("POST", "/api/feed/ticks", InContainerSession.FEEDER, items.replace('\'', '"'));
  }

  static HttpResponse<String> request(String verb, String path, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + InContainerSession.port() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(verb, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    opened.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      received.add(text.startsWith("{") ? json(text) : JSON.createObjectNode().put("text", text));
    }
    from.request(1);
    return null;
  }

  /** Binary messages hold gzip. */
  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    compressed.writeBytes(part);
    if (last) {
      unzipped = true;
      received.add(json(unzipped(compressed.toByteArray())));
      compressed.reset();
    }
    from.request(1);
    return null;
  }

  private static String unzipped(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("Not gzip", e);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    received.add(
        JSON.createObjectNode().put("type", "closed").put("code", code).put("reason", reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    received.add(
        JSON.createObjectNode()
            .put("type", "closed")
            .put("code", 1006)
            .put("reason", error.toString()));
  }

  @Override
  public void close() {
    socket.abort();
  }
}
