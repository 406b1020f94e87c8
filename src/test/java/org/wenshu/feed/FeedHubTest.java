package org.wenshu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FeedHubTest {
  private static final Instant NOW = Instant.parse("2026-01-15T01:30:30Z");

  private final List<Update> heard = new ArrayList<>();
  private final FeedHub hub = hub(List.of("table", "*", "simulator"));

  private static FeedHub hub(List<String> sources) {
    FeedConfig config =
        new FeedConfig(ZoneId.of("Asia/Shanghai"), sources, Duration.ofSeconds(30), true);
    return new FeedHub(config, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void listen(TopicKey topic) {
    hub.join(topic, (update, snapshot) -> heard.add(update), true);
  }

  private static Tick tick(String source, Instant time, long seq, Map<Field, String> numbers) {
    Map<Field, BigDecimal> values = new EnumMap<>(Field.class);
    numbers.forEach((field, text) -> values.put(field, new BigDecimal(text)));
    return new Tick(
        source,
        "AAPL",
        time,
        seq > 0 ? OptionalLong.of(seq) : OptionalLong.empty(),
        values,
        Map.of(),
        Optional.empty());
  }

  private static Tick price(String price) {
    return tick("ingest", NOW, 0, Map.of(Field.PRICE, price, Field.LAST_VOLUME, "3"));
  }

  @Test
  void derivesTheChangeFromThePreviousClose() {
    listen(TopicKey.of("AAPL", Channel.PRICE));
    hub.publish(tick("x", NOW, 0, Map.of(Field.PRICE, "187.32", Field.PREV_CLOSE, "186.12")));
    assertThat(heard.get(0).members())
        .containsEntry("change", new BigDecimal("1.20"))
        .containsEntry("change_percent", new BigDecimal("0.64"));
  }

  @Test
  void addsUpVolumesThatAreNotTold() {
    listen(TopicKey.of("AAPL", Channel.VOLUME));
    hub.publish(price("1"));
    hub.publish(price("2"));
    assertThat(heard)
        .extracting(update -> update.members().get("volume"))
        .containsExactly(new BigDecimal("3"), new BigDecimal("6"));
  }

  @Test
  void tellsOnlyOfChannelsThatATickIsAbout() {
    listen(TopicKey.of("AAPL", Channel.TRADE));
    listen(TopicKey.of("AAPL", Channel.PRICE));
    hub.publish(tick("x", NOW, 0, Map.of(Field.VOLUME, "5")));
    assertThat(heard).isEmpty();
  }

  @Test
  void numbersFollowTheSourceAndNeverGoBack() {
    listen(TopicKey.of("AAPL", Channel.PRICE));
    for (long seq : new long[] {5, 9, 7}) {
      hub.publish(tick("table", NOW, seq, Map.of(Field.PRICE, "1")));
    }
    assertThat(heard).extracting(Update::seq).containsExactly(5L, 9L, 10L);
  }

  @Test
  void numbersBeginAboveTheFloor() {
    hub.raiseSeqFloor(100);
    listen(TopicKey.of("AAPL", Channel.PRICE));
    hub.publish(tick("table", NOW, 42, Map.of(Field.PRICE, "1")));
    assertThat(heard.get(0).seq()).isEqualTo(101);
  }

  @Test
  void aggregatesBarsAndClosesThem() {
    listen(new TopicKey("AAPL", Channel.KLINE, Optional.of(Period.MINUTE)));
    for (String price : List.of("10", "12", "9")) {
      hub.publish(price(price));
    }
    hub.publish(tick("ingest", NOW.plusSeconds(60), 0, Map.of(Field.PRICE, "11")));
    assertThat(heard).hasSize(5);
    Update closed = heard.get(3);
    assertThat(closed.members())
        .containsEntry("closed", true)
        .containsEntry("open", new BigDecimal("10"))
        .containsEntry("high", new BigDecimal("12"))
        .containsEntry("low", new BigDecimal("9"))
        .containsEntry("close", new BigDecimal("9"))
        .containsEntry("volume", new BigDecimal("9"));
    assertThat(closed.time()).isEqualTo(Instant.parse("2026-01-15T01:30:00Z"));
    assertThat(heard.get(4).members()).containsEntry("closed", false);
  }

  @Test
  void barsOfDaysBeginInTheZoneOfTheSession() {
    Instant start = Period.DAY.startOf(NOW, ZoneId.of("Asia/Shanghai"));
    assertThat(start).isEqualTo(Instant.parse("2026-01-14T16:00:00Z"));
    assertThat(Period.WEEK.startOf(NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-01-12T00:00:00Z"));
    assertThat(Period.MONTH.startOf(NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(Period.QUARTER.startOf(NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-01-15T01:30:00Z"));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(hub.publish(tick("x", NOW, 0, Map.of(Field.PRICE, "0")))).isPresent();
    assertThat(hub.publish(tick("x", NOW.plusSeconds(301), 0, Map.of(Field.PRICE, "1"))))
        .isPresent();
    assertThat(hub.publish(tick("x", NOW, 0, Map.of(Field.BID_PRICE, "2", Field.ASK_PRICE, "1"))))
        .isPresent();
    assertThat(hub.publish(tick("x", NOW, 0, Map.of(Field.VOLUME, "-1")))).isPresent();
    assertThat(hub.rejected()).isEqualTo(4);
    assertThat(hub.symbols().size()).isZero();
  }

  @Test
  void letsOneSourceSpeakForASymbol() {
    assertThat(hub.publish(tick("table", NOW, 0, Map.of(Field.PRICE, "1")))).isEmpty();
    assertThat(hub.publish(tick("simulator", NOW, 0, Map.of(Field.PRICE, "2")))).isPresent();
    assertThat(hub.lastPrice("AAPL")).contains(new BigDecimal("1"));
  }

  @Test
  void suggestsWhatMayHaveBeenMeant() {
    SymbolRegistry registry = hub.symbols();
    List.of("000001.SZ", "000002.SZ", "AAPL", "AMZN", "600519.SH").forEach(registry::add);
    assertThat(registry.suggestions("000001")).startsWith("000001.SZ");
    assertThat(registry.suggestions("APPL")).startsWith("AAPL");
    assertThat(registry.suggestions("ZZZZZZZZZ")).isEmpty();
  }
}
