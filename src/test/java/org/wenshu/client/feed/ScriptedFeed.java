package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;

/** A server of the feed that plays by script, and confirms what nothing else is said about. */
final class ScriptedFeed implements AutoCloseable {
  private final ScriptedServer server;
  private final BlockingQueue<Peer> opened = new LinkedBlockingQueue<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();

  /** What happens on a connection before it is served. */
  @FunctionalInterface
  interface Beginning {
    /** True when the connection was opened and is to be served. */
    boolean begin(ScriptedPeer peer) throws IOException, InterruptedException;
  }

  /** What is answered to a message. */
  @FunctionalInterface
  interface Answering {
    void answer(Peer peer, JsonNode message) throws IOException;
  }

  private ScriptedFeed(Beginning beginning, Answering answering) {
    this.server =
        ScriptedServer.start(
            peer -> {
              times.add(System.nanoTime());
              if (beginning.begin(peer)) {
                serve(new Peer(peer), answering);
              }
            });
  }

  static ScriptedFeed start() {
    return start(ScriptedFeed::accept, ScriptedFeed::confirm);
  }

  static ScriptedFeed start(Beginning beginning) {
    return start(beginning, ScriptedFeed::confirm);
  }

  static ScriptedFeed answering(Answering answering) {
    return start(ScriptedFeed::accept, answering);
  }

  static ScriptedFeed start(Beginning beginning, Answering answering) {
    return new ScriptedFeed(beginning, answering);
  }

  static boolean accept(ScriptedPeer peer) throws IOException {
    peer.accept();
    return true;
  }

  private void serve(Peer peer, Answering answering) throws IOException {
    opened.add(peer);
    for (String text = peer.read(); text != null; text = peer.read()) {
      JsonNode message = FeedJson.read(text).orElseThrow();
      peer.received.add(message);
      answering.answer(peer, message);
    }
  }

  /** Answers as a server does that knows every symbol. */
  static void confirm(Peer peer, JsonNode message) throws IOException {
    String id = message.path("id").asText();
    switch (message.path("type").asText()) {
      case "subscribe" ->
          peer.send(
              "{'type':'subscription_response','id':'%s','subscription_id':'%s','status':'active',"
                      .formatted(id, id)
                  + "'message':'订阅成功','symbols':"
                  + message.path("symbols")
                  + ",'data_types':"
                  + message.path("data_types")
                  + ",'rejected':[],'warnings':[]}");
      case "unsubscribe" ->
          peer.send("{'type':'unsubscribe_response','id':'%s','success':true}".formatted(id));
      case "heartbeat" -> peer.send("{'type':'heartbeat_response','server_time':1}");
      default -> throw new AssertionError("Not expected: " + message);
    }
  }

  String url() {
    return server.address().replace("http", "ws") + "/ws";
  }

  String address() {
    return server.address();
  }

  int connections() {
    return server.connections();
  }

  /** When each connection came, in nanoseconds. */
  List<Long> times() {
    return times;
  }

  /** The next connection that is opened. */
  Peer peer() throws InterruptedException {
    Peer peer = opened.poll(10, TimeUnit.SECONDS);
    if (peer == null) {
      throw new AssertionError("No connection was opened");
    }
    return peer;
  }

  @Override
  public void close() {
    server.close();
  }

  /** One open connection. */
  static final class Peer {
    private final ScriptedPeer peer;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private volatile boolean gone;

    Peer(ScriptedPeer peer) {
      this.peer = peer;
    }

    private String read() throws IOException {
      try {
        String text = peer.read();
        gone = text == null;
        return text;
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }

    /** Whether the client has gone. */
    boolean isGone() {
      return gone;
    }

    ScriptedPeer raw() {
      return peer;
    }

    /** Sends JSON that is written with single quotes. */
    Peer send(String json) throws IOException {
      peer.send(json.replace('\'', '"'));
      return this;
    }

    /** Begins to close; the client's consent is read where everything is read. */
    void close(int code) throws IOException {
      peer.sayClose(code, "because");
    }

    Peer price(String id, String symbol, String price) throws IOException {
      return send(
          ("{'type':'data','data_type':'price','id':'%s','symbol':'%s','price':%s,"
                  + "'timestamp':'2025-01-15T09:30:00.123+08:00','ts':1736904600123,'seq':1}")
              .formatted(id, symbol, price));
    }

    /** The next message of that type. */
    JsonNode next(String type) throws InterruptedException {
      return next(message -> message.path("type").asText().equals(type));
    }

    private JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
      while (true) {
        JsonNode message = received.poll(10, TimeUnit.SECONDS);
        if (message == null) {
          throw new AssertionError("The message did not come");
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    }
  }
}
