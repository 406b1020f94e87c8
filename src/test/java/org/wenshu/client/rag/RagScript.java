package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.json.Json;

/** The server's part in the query protocol: greets, and leaves the rest to a test. */
final class RagScript {
  static final String SESSION = "{\"session_id\":\"sid\",\"user_id\":\"me\",\"history_count\":2}";

  private final List<String> methods = new CopyOnWriteArrayList<>();

  /** What a test does with a request that is no greeting. */
  @FunctionalInterface
  interface Handler {
    void handle(ScriptedPeer peer, ObjectNode request) throws IOException, InterruptedException;
  }

  /** All methods called so far, in order. */
  List<String> methods() {
    return methods;
  }

  /** Answers greetings and hands over everything else, until the client leaves. */
  void play(ScriptedPeer peer, Handler handler) throws IOException, InterruptedException {
    peer.accept();
    for (String text = peer.read(); text != null; text = peer.read()) {
      ObjectNode request = Json.object(text).orElseThrow();
      String method = request.path("method").asText();
      methods.add(method);
      switch (method) {
        case "protocol.negotiate" -> succeed(peer, request, "{\"version\":\"1.0.0\",\"new\":1}");
        case "auth.authenticate" ->
            succeed(
                peer,
                request,
                "{\"success\":true,\"user\":{\"id\":\"7\",\"username\":\"li\",\"roles\":[\"user\"],"
                    + "\"permissions\":[\"table:*:read\"]},"
                    + "\"expires_at\":\"2030-01-01T00:00:00Z\"}");
        default -> handler.handle(peer, request);
      }
    }
  }

  static void succeed(ScriptedPeer peer, JsonNode request, String result) throws IOException {
    peer.send(
        "{\"type\":\"response\",\"id\":\""
            + request.path("id").asText()
            + "\",\"future\":{},\"result\":"
            + result
            + "}");
  }

  static void fail(ScriptedPeer peer, JsonNode request, int code, String data) throws IOException {
    peer.send(
        "{\"type\":\"response\",\"id\":\""
            + request.path("id").asText()
            + "\",\"error\":{\"code\":"
            + code
            + ",\"message\":\"不行\",\"data\":"
            + data
            + "}}");
  }

  /** A result with one row that repeats the question. */
  static String rows(JsonNode request) {
    return "{\"success\":true,\"data\":[{\"q\":\""
        + request.path("params").path("query").asText()
        + "\"}],\"sql\":\"SELECT 1 LIMIT 20\",\"explanation\":\"e\",\"suggestions\":[\"s\"],"
        + "\"metadata\":{\"execution_time\":4200000,\"row_count\":1,\"warnings\":[],"
        + "\"cache_hit\":true,\"query_plan\":\"\"}}";
  }
}
