package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TopicKey;
import org.wenshu.feed.Update;

class AcknowledgementsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TopicKey TOPIC = TopicKey.of("A", Channel.PRICE);

  private final Acknowledgements acknowledgements = new Acknowledgements(10 * SECOND);
  private final Outbox outbox = new Outbox(10, 10, () -> {});
  private final Binding binding =
      new Binding(new Binding.Key(TOPIC, "price", Form.FLAT, false), outbox);

  /** So many updates of one price. */
  private static List<Update> updates(int count) {
    FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
    List<Update> updates = new ArrayList<>();
    hub.join(TOPIC, (update, snapshot) -> updates.add(update), false);
    for (int i = 1; i <= count; i++) {
      Map<Field, BigDecimal> price = Map.of(Field.PRICE, BigDecimal.valueOf(i));
      OptionalLong none = OptionalLong.empty();
      hub.publish(new Tick("test", "A", Instant.now(), none, price, Map.of(), Optional.empty()));
    }
    return updates;
  }

  private static JsonNode named(String messageId) {
    return JsonNodeFactory.instance.objectNode().put("message_id", messageId);
  }

  @Test
  void sendsTheLatestOnceMoreWhenNothingWasAcknowledged() {
    List<Update> updates = updates(2);
    acknowledgements.sent(binding, updates.get(0), 0);
    acknowledgements.sent(binding, updates.get(1), 6 * SECOND);
    assertThat(acknowledgements.overdue(10 * SECOND)).isEmpty();
    assertThat(acknowledgements.overdue(11 * SECOND)).containsEntry(binding, updates.get(1));
    assertThat(acknowledgements.overdue(60 * SECOND)).as("only once").isEmpty();
  }

  @Test
  void isContentWithTheNameOfTheLastMessage() {
    List<Update> updates = updates(2);
    acknowledgements.sent(binding, updates.get(0), 0);
    String last = acknowledgements.sent(binding, updates.get(1), SECOND);
    acknowledgements.acknowledged(named(last), 2 * SECOND);
    assertThat(acknowledgements.overdue(60 * SECOND)).isEmpty();
  }

  @Test
  void isContentWithANumberAtLeastAsLarge() {
    List<Update> updates = updates(2);
    updates.forEach(update -> acknowledgements.sent(binding, update, 0));
    JsonNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("symbol", "a")
            .put("data_type", "price")
            .put("seq", updates.get(1).seq());
    acknowledgements.acknowledged(message, SECOND);
    assertThat(acknowledgements.overdue(60 * SECOND)).isEmpty();
  }

  @Test
  void waitsAnewForWhatIsNewerThanTheMessageAcknowledged() {
    List<Update> updates = updates(2);
    String first = acknowledgements.sent(binding, updates.get(0), 0);
    acknowledgements.sent(binding, updates.get(1), SECOND);
    acknowledgements.acknowledged(named(first), 8 * SECOND);
    assertThat(acknowledgements.overdue(11 * SECOND)).isEmpty();
    assertThat(acknowledgements.overdue(19 * SECOND)).containsEntry(binding, updates.get(1));
  }

  @Test
  void ignoresNamesItHasNotGiven() {
    acknowledgements.sent(binding, updates(1).get(0), 0);
    for (String name : List.of("", "x", "99-1", "1-x", "-", "1-99999999999999999999")) {
      acknowledgements.acknowledged(named(name), SECOND);
    }
    assertThat(acknowledgements.overdue(11 * SECOND)).hasSize(1);
  }

  @Test
  void forgetsWhatIsNoLongerSubscribed() {
    acknowledgements.sent(binding, updates(1).get(0), 0);
    acknowledgements.keepOnly(Set.of());
    assertThat(acknowledgements.isEmpty()).isTrue();
    assertThat(acknowledgements.overdue(60 * SECOND)).isEmpty();
  }
}
