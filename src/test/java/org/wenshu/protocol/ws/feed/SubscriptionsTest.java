package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Pace;
import org.wenshu.feed.Period;
import org.wenshu.feed.Tick;
import org.wenshu.feed.UpdateFilter;

class SubscriptionsTest {
  private final Outbox outbox = new Outbox(1_000, 1_000, () -> {});
  private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
  private final Subscriptions subscriptions =
      new Subscriptions(hub, outbox, new Outbox(1_000, 1_000, () -> {}));

  private static Subscription subscription(String id, Pace pace, String... types) {
    Subscription.Wanted wanted =
        new Subscription.Wanted(
            List.of("A"),
            List.of(types),
            pace,
            UpdateFilter.NONE,
            5,
            Period.MINUTE,
            true,
            JsonNodeFactory.instance.objectNode(),
            Delivery.PLAIN);
    return new Subscription(id, Form.FLAT, wanted, Instant.now());
  }

  private static Tick row(long id) {
    return new Tick(
        "table",
        "A",
        Instant.now(),
        OptionalLong.of(id),
        Map.of(Field.PRICE, BigDecimal.valueOf(id), Field.LAST_VOLUME, BigDecimal.ONE),
        Map.of(),
        Optional.empty());
  }

  /** What has been sent: the ids of the rows, those of which somebody still wants to hear. */
  private List<Long> sent() {
    List<Long> ids = new ArrayList<>();
    for (Optional<Outbox.Entry> next = outbox.poll(); next.isPresent(); next = outbox.poll()) {
      if (!next.get().binding().takers(next.get().update()).isEmpty()) {
        ids.add(next.get().update().sourceSeq().orElseThrow());
      }
    }
    return ids;
  }

  @Test
  void tellsWhatWasMissedBeforeWhatComesAndNothingTwice() {
    hub.publish(row(1));
    hub.publish(row(2));
    hub.publish(row(3));
    subscriptions
        .put(
            subscription("s", Pace.REALTIME, "trade"),
            teller -> {
              // Rows 4 and 5 are told live while rows 2 to 4 are read once more, in two parts.
              hub.publish(row(4));
              teller.accept(List.of(row(2), row(3)));
              hub.publish(row(5));
              teller.accept(List.of(row(4)));
            })
        .run();
    hub.publish(row(6));
    assertThat(sent()).containsExactly(2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void tellsARowOnceThatIsReadBeforeItIsToldLive() {
    subscriptions
        .put(subscription("s", Pace.REALTIME, "price"), teller -> teller.accept(List.of(row(7))))
        .run();
    hub.publish(row(7));
    hub.publish(row(8));
    assertThat(sent()).containsExactly(7L, 8L);
  }

  @Test
  void goesOnWhenWhatWasMissedCannotBeRead() {
    Runnable catchUp =
        subscriptions.put(
            subscription("s", Pace.REALTIME, "price"),
            teller -> {
              throw new IllegalStateException("down");
            });
    try {
      catchUp.run();
    } catch (IllegalStateException expected) {
      hub.publish(row(9));
    }
    assertThat(sent()).containsExactly(9L);
  }

  @Test
  void holdsTheLastOfAWindow() {
    hub.publish(row(1));
    subscriptions.put(subscription("s", Pace.FIVE_SECONDS, "price"));
    assertThat(sent()).as("the snapshot does not wait").containsExactly(1L);
    hub.publish(row(2));
    hub.publish(row(3));
    subscriptions.windowEnds(1_000_001);
    assertThat(sent()).isEmpty();
    subscriptions.windowEnds(1_000_005);
    assertThat(sent()).containsExactly(3L);
    subscriptions.windowEnds(1_000_010);
    assertThat(sent()).as("nothing where nothing has come").isEmpty();
  }

  @Test
  void sendsWhatStillWaitsToNobodyWhoHasLeft() {
    subscriptions.put(subscription("s", Pace.REALTIME, "price", "volume"));
    hub.publish(row(1));
    subscriptions.remove("s");
    hub.publish(row(2));
    assertThat(sent()).isEmpty();
  }

  @Test
  void replacesWithoutASecondFrameForTheSameUpdate() {
    subscriptions.put(subscription("s", Pace.REALTIME, "price"));
    hub.publish(row(1));
    subscriptions.put(subscription("s", Pace.REALTIME, "price"));
    subscriptions.put(subscription("t", Pace.REALTIME, "price"));
    hub.publish(row(2));
    assertThat(sent()).containsExactly(1L, 2L);
    assertThat(subscriptions.size()).isEqualTo(2);
  }
}
