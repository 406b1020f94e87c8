package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TopicKey;

class OutboxTest {
  private final AtomicInteger filled = new AtomicInteger();
  private final Outbox outbox = new Outbox(3, 2, filled::incrementAndGet);
  private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());

  private Binding binding(String symbol, Channel channel) {
    TopicKey topic = TopicKey.of(symbol, channel);
    Binding binding = new Binding(new Binding.Key(topic, "x", Form.FLAT, false), outbox);
    hub.join(topic, (update, snapshot) -> outbox.offer(binding, update, 0, snapshot), false);
    return binding;
  }

  private void tick(String symbol, int price) {
    hub.publish(
        new Tick(
            "test",
            symbol,
            Instant.now(),
            OptionalLong.empty(),
            Map.of(Field.PRICE, BigDecimal.valueOf(price), Field.LAST_VOLUME, BigDecimal.ONE),
            Map.of(),
            Optional.empty()));
  }

  private List<String> drained() {
    List<String> prices = new ArrayList<>();
    for (Optional<Outbox.Entry> next = outbox.poll(); next.isPresent(); next = outbox.poll()) {
      prices.add(
          next.get().update().topic().symbol()
              + next.get().update().members().get("price")
              + (next.get().remarks().conflated() > 0
                  ? "+" + next.get().remarks().conflated()
                  : ""));
    }
    return prices;
  }

  @Test
  void keepsEveryUpdateWhileFewWait() {
    binding("A", Channel.PRICE);
    tick("A", 1);
    tick("A", 2);
    tick("A", 3);
    assertThat(drained()).containsExactly("A1", "A2", "A3");
    assertThat(filled).hasValue(1);
  }

  @Test
  void mergesStatesOnceManyWait() {
    binding("A", Channel.PRICE);
    binding("B", Channel.PRICE);
    for (int price = 1; price <= 3; price++) {
      tick("A", price);
    }
    tick("B", 1);
    for (int price = 4; price <= 9; price++) {
      tick("A", price);
      tick("B", price);
    }
    assertThat(drained()).containsExactly("A1", "A2", "A9+6", "B9+6");
    assertThat(outbox.conflated()).isEqualTo(12);
  }

  @Test
  void dropsTheOldestTradesAndTellsWhich() {
    Binding trades = binding("A", Channel.TRADE);
    for (int price = 1; price <= 5; price++) {
      tick("A", price);
    }
    assertThat(drained()).containsExactly("A4", "A5");
    assertThat(outbox.gap(trades)).contains(new Outbox.Gap(1, 3));
    assertThat(outbox.gap(trades)).isEmpty();
    assertThat(outbox.dropped()).isEqualTo(3);
  }

  @Test
  void asksForADrainAnewOnlyWhenThatHasEnded() {
    binding("A", Channel.PRICE);
    tick("A", 1);
    tick("A", 2);
    assertThat(filled).hasValue(1);
    drained();
    tick("A", 3);
    assertThat(filled).hasValue(2);
  }

  @Test
  void takesNothingOnceClosed() {
    binding("A", Channel.PRICE);
    outbox.close();
    tick("A", 1);
    assertThat(drained()).isEmpty();
    assertThat(filled).hasValue(0);
  }
}
