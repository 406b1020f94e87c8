package org.wenshu.client.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.wenshu.client.Leaks;

/** What tests of the client share: closing, and a look at what is left open. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class FeedClientTest {
  static final SubscriptionConfig AAPL = new SubscriptionConfig(List.of("AAPL"), List.of("price"));

  private static Leaks leaks;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void watches() {
    leaks = Leaks.watch();
  }

  /** Once for all, because the JDK's client takes seconds to end its thread. */
  @AfterAll
  static void leavesNeitherThreadNorSocket() {
    leaks.assertNone();
  }

  @AfterEach
  void closesWhatWasOpened() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    opened.clear();
  }

  /** Closed at the end, the latest first. */
  <T extends AutoCloseable> T keep(T closeable) {
    opened.add(0, closeable);
    return closeable;
  }

  /** Quick to reconnect and quick to give up waiting. */
  static ConnectionConfig.Builder quick(ScriptedFeed feed) {
    return ConnectionConfig.builder(feed.url())
        .reconnectDelay(Duration.ofMillis(20))
        .timeout(Duration.ofSeconds(5));
  }

  WebSocketClient client(ScriptedFeed feed) {
    return client(quick(feed));
  }

  WebSocketClient client(ConnectionConfig.Builder config) {
    return keep(new WebSocketClient(config.build()));
  }

  /** A handler that keeps what it gets. */
  static final class Collected implements MessageHandler {
    private final BlockingQueue<FeedMessage> messages = new LinkedBlockingQueue<>();

    @Override
    public void handle(FeedMessage message) {
      messages.add(message);
    }

    FeedMessage next() throws InterruptedException {
      FeedMessage next = messages.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("Nothing was handed to the handler");
      }
      return next;
    }

    boolean isEmpty() {
      return messages.isEmpty();
    }

    int size() {
      return messages.size();
    }
  }
}
