package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.TopicKey;

class TablePollerTest {
  private static final long NOW = Long.MAX_VALUE;

  private final InMemoryTickRows rows = new InMemoryTickRows();
  private final InMemoryPositionStore positions = new InMemoryPositionStore();
  private final List<Integer> skipped = new ArrayList<>();

  /** A server with its subscriber: the prices it hears of, snapshots left out. */
  private final class Server {
    private final List<String> heard = new ArrayList<>();
    private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
    private final TablePoller poller;

    Server(TableConfig config) {
      poller = new TablePoller(hub, rows, config, positions, () -> skipped.add(1));
      hub.join(
          TopicKey.of("AAPL", Channel.PRICE),
          (update, snapshot) -> heard.add(update.members().get("price").toString()),
          false);
    }

    Server() {
      this(config(1_000));
    }

    List<String> poll() {
      heard.clear();
      poller.poll();
      return List.copyOf(heard);
    }
  }

  private static TableConfig config(int maxCatchUp) {
    return config(maxCatchUp, Duration.ofSeconds(60));
  }

  private static TableConfig config(int maxCatchUp, Duration patience) {
    TableConfig defaults = TableConfig.defaults();
    return new TableConfig(
        TableConfig.Mode.POLL,
        "market_ticks",
        Map.of(),
        "node",
        defaults.interval(),
        patience,
        maxCatchUp);
  }

  @Test
  void beginsNowAndTellsEachRowOnce() {
    rows.insert(1);
    Server server = new Server();
    assertThat(server.poll()).as("the newest row fills the snapshots").containsExactly("1");
    rows.insert(2);
    rows.insert(3);
    assertThat(server.poll()).containsExactly("2", "3");
    assertThat(server.poll()).isEmpty();
  }

  @Test
  void tellsRowsThatAreCommittedLate() {
    Server server = new Server();
    server.poll();
    rows.insert(1);
    rows.insert(4);
    assertThat(server.poll()).containsExactly("1", "4");
    rows.insert(3);
    assertThat(server.poll()).containsExactly("3");
    rows.insert(2);
    rows.insert(5);
    assertThat(server.poll()).containsExactly("2", "5");
    assertThat(server.poll()).isEmpty();
  }

  @Test
  void goesOnAfterARestartWithoutAGap() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    rows.insert(3);
    before.poll();
    before.poller.save();

    rows.insert(4);
    rows.insert(2);
    List<String> heard = new Server().poll();

    assertThat(heard).as("first the newest row that was known").containsExactly("3", "2", "4");
  }

  @Test
  void numbersGoOnAboveThoseBeforeTheRestart() {
    Server before = new Server();
    before.poll();
    rows.insert(5);
    before.poll();
    before.poller.save();
    Server after = new Server();
    after.poll();
    long seq = after.hub.last(TopicKey.of("AAPL", Channel.PRICE)).orElseThrow().seq();
    assertThat(seq).isGreaterThan(5);
  }

  @Test
  void tellsThatTooMuchWasMissed() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    before.poll();
    before.poller.save();
    for (int id = 2; id <= 50; id++) {
      rows.insert(id);
    }
    Server after = new Server(config(10));
    assertThat(after.poll()).containsExactly("50");
    assertThat(skipped).hasSize(1);
  }

  @Test
  void looksForRowsThatTheLogToldOfUntilTheyCanBeRead() {
    Server server = new Server();
    server.poll();
    assertThat(server.poller.pause()).as("nothing was told").isEmpty();
    server.poller.committed(List.of(1L), NOW);
    for (int look = 0; look < 30; look++) {
      assertThat(server.poll()).isEmpty();
      assertThat(server.poller.pause()).isPresent();
    }
    rows.insert(1);
    assertThat(server.poll()).containsExactly("1");
    assertThat(server.poller.pause()).isEmpty();
  }

  @Test
  void looksForARowThatIsSmallerThanTheLast() {
    rows.insert(8);
    Server server = new Server();
    server.poll();
    server.poller.committed(List.of(5L), NOW);
    assertThat(server.poll()).isEmpty();
    rows.insert(5);
    assertThat(server.poll()).containsExactly("5");
    assertThat(server.poller.pause()).isEmpty();
  }

  @Test
  void tellsNoRowAgainThatTheLogTellsOfAfterARestart() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    rows.insert(3);
    before.poll();
    before.poller.reached(new TablePosition.LogPlace("changes.000001", 4));
    before.poller.save();
    Server after = new Server();
    after.poll();
    after.poller.committed(List.of(1L, 3L), 0);
    assertThat(after.poller.pause()).isEmpty();
    assertThat(after.poll()).isEmpty();
  }

  @Test
  void keepsThePlaceInTheLog() {
    Server before = new Server();
    before.poll();
    TablePosition.LogPlace place = new TablePosition.LogPlace("changes.000007", 4_711);
    before.poller.reached(place);
    before.poller.save();
    Server after = new Server();
    after.poll();
    assertThat(after.poller.place()).contains(place);
    after.poller.lost();
    assertThat(after.poller.place()).isEmpty();
    assertThat(skipped).hasSize(1);
  }

  @Test
  void remembersWhichRowsCameLate() {
    Server server = new Server();
    server.poll();
    rows.insert(1);
    rows.insert(4);
    server.poll();
    rows.insert(2);
    server.poll();
    assertThat(server.poller.lateUpTo(4)).containsExactly(2L);
    assertThat(server.poller.lateUpTo(1)).isEmpty();
  }

  @Test
  void takesRowsForLateThatWereReadAfterARestart() {
    Server before = new Server();
    before.poll();
    before.poller.save();
    rows.insert(1);
    rows.insert(3);
    before.poll();
    rows.insert(2);
    Server after = new Server();
    assertThat(after.poll()).as("the position was kept before").containsExactly("1", "2", "3");
    assertThat(after.poller.lateUpTo(3)).containsExactly(1L, 2L, 3L);
    assertThat(after.poller.lateUpTo(2)).containsExactly(1L, 2L);
  }

  @Test
  void takesARowForLateThatWasWaitedForAcrossARestart() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    rows.insert(3);
    before.poll();
    before.poller.save();
    rows.insert(4);
    before.poll();
    rows.insert(2);
    Server after = new Server();
    assertThat(after.poll()).contains("2", "4");
    assertThat(after.poller.lateUpTo(4)).as("4 was told before 2 was").contains(2L);
  }

  @Test
  void looksForNoRowThatIsKnown() {
    Server server = new Server();
    server.poll();
    rows.insert(1);
    server.poll();
    server.poller.committed(List.of(1L), NOW);
    assertThat(server.poller.pause()).isEmpty();
  }

  @Test
  void tellsAnUpdateWhenItCanBeReadAndOnce() {
    Server server = new Server();
    server.poll();
    rows.insert(1);
    server.poll();
    server.poller.changed(List.of(1L));
    assertThat(server.poll()).as("still as it was").isEmpty();
    rows.update(1, "7");
    assertThat(server.poll()).containsExactly("7");
    assertThat(server.poll()).isEmpty();
    rows.update(1, "8");
    assertThat(server.poll()).as("told of while it was looked at").containsExactly("8");
  }

  @Test
  void passesOverRowsThatNobodyCanRead() {
    Server server = new Server();
    server.poll();
    for (int id = 1; id <= 1_000; id++) {
      rows.spoil(id);
    }
    rows.insert(1_001);
    assertThat(server.poll()).as("a full batch, none of it readable").isEmpty();
    assertThat(server.poll()).containsExactly("1001");
    assertThat(server.hub.rejected()).isEqualTo(1_000);
    server.poll();
    assertThat(server.hub.rejected()).as("each is counted once").isEqualTo(1_000);
  }

  @Test
  void goesOnAfterARestartBehindRowsThatNobodyCanRead() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    rows.spoil(2);
    before.poll();
    before.poller.save();
    assertThat(positions.load("market_ticks", "node").orElseThrow().lastId()).isEqualTo(2);
    rows.insert(3);
    assertThat(new Server().poll()).containsExactly("3");
  }

  @Test
  void tellsARowThatIsMended() {
    Server server = new Server();
    server.poll();
    rows.spoil(1);
    server.poll();
    rows.insert(1);
    server.poller.changed(List.of(1L));
    assertThat(server.poll()).containsExactly("1");
  }

  @Test
  void looksNoMoreForARowThatIsThereButUnreadable() {
    Server server = new Server();
    server.poll();
    server.poller.committed(List.of(1L), NOW);
    rows.spoil(1);
    server.poll();
    assertThat(server.poller.pause()).isEmpty();
  }

  @Test
  void tellsNoneOfManyRowsAgainThatTheLogTellsOfLater() {
    Server server = new Server();
    server.poll();
    List<Long> many = LongStream.rangeClosed(1, 15_000).boxed().toList();
    many.forEach(rows::insert);
    for (int batch = 0; batch <= 15; batch++) {
      server.poll();
    }
    server.poller.committed(many, NOW);
    assertThat(server.poll()).isEmpty();
    assertThat(server.poller.pause()).isEmpty();
  }

  @Test
  void tellsARowThatTheLogTellsOfWhenNobodyWaitsForItAnyMore() throws InterruptedException {
    TableConfig impatient = config(1_000, Duration.ofMillis(200));
    Server before = new Server(impatient);
    before.poll();
    before.poller.reached(new TablePosition.LogPlace("changes.000001", 4));
    rows.insert(1);
    rows.insert(3);
    before.poll();
    before.poller.save();
    Server after = new Server(impatient);
    after.poll();
    Thread.sleep(250);
    rows.insert(2);
    assertThat(after.poll()).as("its time is over").isEmpty();
    after.poller.committed(List.of(1L, 2L), 0);
    assertThat(after.poll()).containsExactly("2");
  }

  @Test
  void keepsNoPlaceBeforeWhatWasUpdatedIsSeen() {
    Server before = new Server();
    before.poll();
    rows.insert(1);
    before.poll();
    before.poller.changed(List.of(1L));
    before.poller.reached(new TablePosition.LogPlace("changes.000001", 4));
    before.poller.save();
    assertThat(positions.load("market_ticks", "node").orElseThrow().log()).isEmpty();
    assertThat(before.poller.place()).isPresent();
  }
}
