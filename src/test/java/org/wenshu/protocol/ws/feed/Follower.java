package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A subscriber that comes back when its connection is closed by a code after which one should, and
 * then asks for what it has missed.
 */
final class Follower implements AutoCloseable {
  private static final Set<Integer> COME_BACK_AFTER = Set.of(1001, 1006, 1012, 1013);
  private static final Duration BRIEFLY = Duration.ofMillis(200);

  private final int port;
  private final String token;
  private final ConcurrentSkipListSet<Long> rows = new ConcurrentSkipListSet<>();
  private final Set<Integer> closeCodes = ConcurrentHashMap.newKeySet();
  private final Set<String> statuses = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean confirmed;
  private volatile boolean closed;

  Follower(int port, String token) {
    this.port = port;
    this.token = token;
    this.thread = new Thread(this::run, "follower");
    thread.setDaemon(true);
    thread.start();
  }

  /** The ids of the rows that were told. */
  Set<Long> rows() {
    return rows;
  }

  /** What closed its connections. */
  Set<Integer> closeCodes() {
    return closeCodes;
  }

  /** The conditions that it was told of. */
  Set<String> statuses() {
    return statuses;
  }

  /** Whether it is subscribed now. */
  boolean isSubscribed() {
    return confirmed;
  }

  private void run() {
    try {
      while (!closed) {
        follow();
        confirmed = false;
        Thread.sleep(BRIEFLY.toMillis());
      }
    } catch (InterruptedException stopped) {
      closed = true;
    }
  }

  private void follow() throws InterruptedException {
    try (FeedSocket socket = FeedSocket.open(port, "/ws", token)) {
      socket.send(subscription());
      while (!closed) {
        JsonNode frame = socket.nextWithin(BRIEFLY);
        if (frame != null && !take(frame)) {
          return;
        }
      }
    } catch (CompletionException notNow) {
      // It is down, or not up yet; that is tried again.
    }
  }

  private String subscription() {
    String after = rows.isEmpty() ? "" : ",'after_source_seq':" + rows.last();
    return "{'type':'subscribe','id':'all','symbols':['AAPL','GOOG'],'data_types':['trade']"
        + after
        + "}";
  }

  /** False when the connection is over. */
  private boolean take(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "subscription_response" -> confirmed = true;
      case "data" -> rows.add(frame.path("source_seq").asLong());
      case "status" -> statuses.add(frame.path("data").path("type").asText());
      case "closed" -> {
        closeCodes.add(frame.path("code").asInt());
        closed |= !COME_BACK_AFTER.contains(frame.path("code").asInt());
        return false;
      }
      default -> {}
    }
    return true;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
