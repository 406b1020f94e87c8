package org.wenshu.protocol.rag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.protocol.ws.InContainerSession;

/** A client of {@code /mcp} that numbers its requests and keeps whole messages as they arrive. */
final class RagSocket implements AutoCloseable, WebSocket.Listener {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reading;
  private int requests;
  private WebSocket socket;

  private RagSocket(boolean reading) {
    this.reading = reading;
  }

  /** Connects, and says nothing. */
  static RagSocket open() {
    return open(true, Map.of());
  }

  /** Connects, and takes nothing that arrives. */
  static RagSocket openWithoutReading() {
    return open(false, Map.of());
  }

  /** Connects, and authenticates with the token that the tests know. */
  static RagSocket authenticated() throws InterruptedException {
    return authenticated(InContainerSession.TOKEN);
  }

  /** Connects, and authenticates with that token. */
  static RagSocket authenticated(String token) throws InterruptedException {
    RagSocket socket = open();
    JsonNode answer = socket.call("auth.authenticate", "{\"token\":\"" + token + "\"}");
    if (!answer.path("result").path("success").asBoolean()) {
      throw new AssertionError("Not authenticated: " + answer);
    }
    return socket;
  }

  private static RagSocket open(boolean reading, Map<String, String> headers) {
    RagSocket client = new RagSocket(reading);
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    headers.forEach(builder::header);
    client.socket = builder.buildAsync(uri(), client).join();
    return client;
  }

  /** The status with which the handshake is refused; 101 when it is not. */
  static int handshakeStatus(String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    try {
      builder.buildAsync(uri(), new RagSocket(true)).join().abort();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  private static URI uri() {
    return URI.create("ws://127.0.0.1:" + InContainerSession.port() + "/mcp");
  }

  /** Sends a request with that JSON as its parameters; its id. */
  String send(String method, String params) {
    String id = "req-" + ++requests;
    sendAs(id, method, params);
    return id;
  }

  /** Sends a request under that id. */
  void sendAs(String id, String method, String params) {
    sendText(
        "{\"type\":\"request\",\"id\":\""
            + id
            + "\",\"method\":\""
            + method
            + "\",\"params\":"
            + params
            + "}");
  }

  /** Sends a text message. */
  RagSocket sendText(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** Sends a text message in pieces of that size. */
  void sendFragmented(String message, int size) {
    for (int from = 0; from < message.length(); from += size) {
      int to = Math.min(message.length(), from + size);
      socket.sendText(message.substring(from, to), to == message.length()).join();
    }
  }

  /** Sends a binary message. */
  RagSocket sendBinary(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
    return this;
  }

  /** Calls, and waits for the whole answer. */
  JsonNode call(String method, String params) throws InterruptedException {
    return answer(send(method, params));
  }

  /** Asks a question with these options. */
  JsonNode ask(String question, String options) throws InterruptedException {
    return call("query.execute", query(question, options));
  }

  /** The parameters of a question. */
  static String query(String question, String options) {
    ObjectNode params = JsonNodeFactory.instance.objectNode().put("query", question);
    try {
      params.set("options", JSON.readTree(options));
    } catch (JsonProcessingException e) {
      throw new AssertionError(options, e);
    }
    return params.toString();
  }

  /** The answer to that request, whatever else arrives before. */
  JsonNode answer(String id) throws InterruptedException {
    while (!answers.containsKey(id)) {
      JsonNode message = next();
      if (message.has("id")) {
        answers.put(message.path("id").asText(), message);
      } else if (message.has("closed")) {
        throw new AssertionError("Closed while waiting for " + id + ": " + message);
      }
    }
    return answers.remove(id);
  }

  /** The next message; fails when none comes. */
  JsonNode next() throws InterruptedException {
    JsonNode message = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (message == null) {
      throw new AssertionError("Nothing arrived within " + PATIENCE);
    }
    return message;
  }

  /** The next message if one comes within that time, else null. */
  JsonNode nextWithin(Duration time) throws InterruptedException {
    return received.poll(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The code the connection is closed with, waiting for it. */
  int closeCode() throws InterruptedException {
    for (JsonNode message = next(); ; message = next()) {
      if (message.has("closed")) {
        return message.path("closed").asInt();
      }
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
      received.add(parsed(partial.toString()));
      partial.setLength(0);
    }
    if (reading) {
      from.request(1);
    }
    return null;
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode().put("undecodable", message);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    received.add(JsonNodeFactory.instance.objectNode().put("closed", code));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    received.add(JsonNodeFactory.instance.objectNode().put("closed", 1006));
  }

  /** Leaves without a word. */
  void vanish() {
    socket.abort();
  }

  @Override
  public void close() {
    vanish();
  }
}
