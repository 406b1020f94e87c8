package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.ServerProcess;

/** A table that is followed while the server and the database are killed and come back. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
@Tag("own-server")
class FeedKillIT {
  private static final String TOKEN = "kill-token";
  private static final long PATIENCE_NANOS = 180_000_000_000L;
  private static final int SUBSCRIBERS = 3;

  private KillableDatabase database;
  private int port;
  private Map<String, String> properties;
  private volatile boolean writing = true;

  private static void insertInto(Statement statement, int number) throws SQLException {
    statement.execute(
        "INSERT INTO market_ticks (symbol, event_time, price, last_volume) VALUES ('"
            + (number % 2 == 0 ? "AAPL" : "GOOG")
            + "', NOW(3), "
            + (1 + number)
            + ", 1)");
  }

  /** Rows, some hundred a second, whether the server is there or not. */
  private void write() {
    int number = 0;
    while (writing) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        while (writing) {
          insertInto(statement, number++);
          Thread.sleep(5);
        }
      } catch (SQLException down) {
        pause();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private ServerProcess begin(List<Follower> followers) throws Exception {
    ServerProcess server = ServerProcess.start(port, properties);
    await("subscribed", () -> followers.stream().allMatch(Follower::isSubscribed));
    return server;
  }

  /** Until all have heard of a row that is written from now on. */
  private void awaitFresh(List<Follower> followers) throws Exception {
    SortedSet<Long> now = database.rowsAfter(0);
    long last = now.isEmpty() ? 0 : now.last();
    await("fresh rows", () -> followers.stream().allMatch(one -> hasHeardAfter(one, last)));
  }

  private void awaitUpdates() throws Exception {
    try (FeedSocket socket = FeedSocket.open(port, "/ws", TOKEN)) {
      socket.send(
          "{'type':'subscribe','id':'updated','symbols':['AAPL'],'data_types':['price']"
              + ",'snapshot':false}");
      socket.next("subscription_response");
      database.run("UPDATE market_ticks SET price = 12345678 WHERE symbol = 'AAPL' LIMIT 1");
      socket.next(frame -> frame.path("price").asInt() == 12_345_678);
    }
  }

  private static boolean hasHeardAfter(Follower follower, long id) {
    return follower.rows().stream().anyMatch(row -> row > id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "log"})
  void tellsEveryRowHoweverOftenEitherIsKilled(String mode) throws Exception {
    port = ServerProcess.freePort();
    database = KillableDatabase.start(ServerProcess.freePort());
    properties = database.properties();
    properties.put("wenshu.feed.table.mode", mode);
    properties.put("wenshu.feed.strict-symbols", "false");
    properties.put("wenshu.security.tokens", TOKEN + "=tester");
    List<Follower> followers =
        Stream.generate(() -> new Follower(port, TOKEN)).limit(SUBSCRIBERS).toList();
    Thread writer = new Thread(this::write, "writer");
    try {
      killBoth(followers, writer);
      comeBack(followers, writer, mode.equals("log"));
      assertThat(followers).allSatisfy(one -> assertThat(one.closeCodes()).contains(1006));
      assertThat(followers).allSatisfy(one -> assertThat(one.statuses()).doesNotContain("gap"));
    } finally {
      writing = false;
      writer.interrupt();
      followers.forEach(Follower::close);
      database.close();
    }
  }

  /** The server while a row is on its way that is committed only when it is gone. */
  private void killBoth(List<Follower> followers, Thread writer) throws Exception {
    database.run("INSERT INTO market_ticks (symbol, event_time, price) VALUES ('AAPL', NOW(3), 1)");
    try (ServerProcess server = begin(followers)) {
      await("begun", () -> followers.stream().noneMatch(one -> one.rows().isEmpty()));
      writer.start();
      awaitFresh(followers);
      database.kill();
      await("told", () -> followers.get(0).statuses().contains("data_source_down"));
      database.begin();
      awaitFresh(followers);
      long last = database.rowsAfter(0).last();
      await("the position is kept", () -> database.position() > last);
      try (Connection slow = database.connect();
          Statement statement = slow.createStatement()) {
        slow.setAutoCommit(false);
        insertInto(statement, 0);
        awaitFresh(followers);
        server.kill();
        slow.commit();
      }
    }
  }

  /** Of updates, which ids do not tell, only the log knows: that it is followed once more. */
  private void comeBack(List<Follower> followers, Thread writer, boolean byLog) throws Exception {
    try (ServerProcess server = begin(followers)) {
      awaitFresh(followers);
      if (byLog) {
        awaitUpdates();
      }
      writing = false;
      writer.join();
      Set<Long> written = database.rowsAfter(0);
      for (Follower follower : followers) {
        await("nothing missing", () -> follower.rows().containsAll(written));
      }
      server.kill();
    }
  }
}
