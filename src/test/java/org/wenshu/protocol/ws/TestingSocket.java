package org.wenshu.protocol.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of {@code /ws} that keeps whole text frames as they arrive. */
final class TestingSocket implements AutoCloseable, WebSocket.Listener {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CLOSED = "closed ";

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reading;
  private WebSocket socket;

  private TestingSocket(boolean reading) {
    this.reading = reading;
  }

  /** Connects with the token, and these URL parameters. */
  static TestingSocket open(String parameters) {
    return open("?token=" + InContainerSession.TOKEN + parameters, null, true);
  }

  /** Connects with another token. */
  static TestingSocket openWith(String token) {
    return open("?token=" + token, null, true);
  }

  /** Connects as a browser's page from that origin does. */
  static TestingSocket openFrom(String origin) {
    return open("?api_key=" + InContainerSession.TOKEN, origin, true);
  }

  /** Connects, and takes nothing that arrives. */
  static TestingSocket openWithoutReading() {
    return open("?token=" + InContainerSession.TOKEN, null, false);
  }

  private static TestingSocket open(String search, String origin, boolean reading) {
    TestingSocket client = new TestingSocket(reading);
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (origin != null) {
      builder.header("Origin", origin);
    }
    client.socket = builder.buildAsync(uri(search), client).join();
    return client;
  }

  /** The status with which the handshake is refused; 101 when it is not. */
  static int handshakeStatus(String search, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    try {
      builder.buildAsync(uri(search), new TestingSocket(true)).join().abort();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  private static URI uri(String search) {
    return URI.create("ws://127.0.0.1:" + InContainerSession.port() + "/ws" + search);
  }

  /** Sends a question. */
  TestingSocket ask(String question) {
    return send("{\"type\":\"query\",\"query\":\"" + question + "\"}");
  }

  /** Sends a text message. */
  TestingSocket send(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Sends a binary message. */
  TestingSocket sendBinary(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
    return this;
  }

  /** Sends a ping, which is answered below the protocol. */
  void ping() {
    socket.sendPing(ByteBuffer.allocate(0)).join();
  }

  /** Starts to take what arrives. */
  void readOn() {
    socket.request(Long.MAX_VALUE);
  }

  /** The next frame; fails when none comes. */
  String next() throws InterruptedException {
    String frame = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (frame == null) {
      throw new AssertionError("Nothing arrived within " + PATIENCE);
    }
    return frame;
  }

  /** The next frame if one comes within that time, else null. */
  String nextWithin(Duration time) throws InterruptedException {
    return received.poll(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The frames up to and including that one. */
  List<String> until(String last) throws InterruptedException {
    List<String> frames = new ArrayList<>();
    do {
      frames.add(next());
    } while (!frames.get(frames.size() - 1).equals(last)
        && !frames.get(frames.size() - 1).startsWith(CLOSED));
    return frames;
  }

  /** The frames of one answer. */
  List<String> answer() throws InterruptedException {
    return until("FLAG_DONE");
  }

  /** The code the connection is closed with, waiting for it. */
  int closeCode() throws InterruptedException {
    for (String frame = next(); ; frame = next()) {
      if (frame.startsWith(CLOSED)) {
        return Integer.parseInt(frame.substring(CLOSED.length()));
      }
    }
  }

  /** The result message among the frames of an answer. */
  static JsonNode result(List<String> answer) {
    try {
      return JsonMapper.builder().build().readTree(answer.get(answer.size() - 2));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no result message in " + answer, e);
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(partial.toString());
      partial.setLength(0);
    }
    if (reading) {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    received.add(CLOSED + code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    received.add(CLOSED + 1006);
  }

  /** Leaves as a browser does that closes its tab. */
  void leave() {
    socket.abort();
  }

  @Override
  public void close() {
    leave();
  }
}
