package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.gateway.call.GatewayJson;

/** A gateway that writes down what it is asked and answers what it was told to answer. */
final class ScriptedGateway implements AutoCloseable {
  private final ScriptedServer server;
  private final List<String> frames;
  private final String body;
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

  /** What a request looked like on the wire. */
  record Asked(String path, String token, JsonNode json) {}

  /** Answers HTTP with a body, and every request of a socket with a series of frames. */
  ScriptedGateway(String body, List<String> frames) {
    this.body = body;
    this.frames = frames;
    this.server = ScriptedServer.start(this::play);
  }

  /** Answers the same over HTTP and, in one frame, over a socket. */
  static ScriptedGateway answering(String response) {
    return new ScriptedGateway(
        response, List.of("{\"response\":" + response + ",\"complete\":true}"));
  }

  String address() {
    return server.address();
  }

  int connections() {
    return server.connections();
  }

  /** The next request, or none within a time. */
  Asked next() {
    try {
      return asked.poll(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void play(ScriptedPeer peer) throws IOException {
    String token = peer.header("Authorization");
    if (peer.header("Upgrade").isEmpty()) {
      String text = peer.body();
      asked.add(
          new Asked(peer.path(), token, text.isEmpty() ? null : GatewayJson.parse(text, "body")));
      peer.respond(200, "application/json", body);
      return;
    }
    peer.accept();
    for (String text = peer.read(); text != null; text = peer.read()) {
      JsonNode envelope = GatewayJson.parse(text, "frame");
      asked.add(new Asked(peer.path(), token, envelope));
      for (String frame : frames) {
        ObjectNode answer = (ObjectNode) GatewayJson.parse(frame, "script");
        answer.set("id", envelope.get("id"));
        peer.send(answer.toString());
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
