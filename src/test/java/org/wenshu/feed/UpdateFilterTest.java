package org.wenshu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which price, volume and side filters compare with (contract, section 8). */
class UpdateFilterTest {
  private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());

  private void tell(Map<Field, String> told, Map<String, String> texts, Optional<Book> book) {
    Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
    told.forEach((field, number) -> numbers.put(field, new BigDecimal(number)));
    Tick tick = new Tick("ingest", "A", Instant.now(), OptionalLong.empty(), numbers, texts, book);
    assertThat(hub.publish(tick)).isEmpty();
  }

  private void tell(Map<Field, String> numbers) {
    tell(numbers, Map.of(), Optional.empty());
  }

  private Update last(Channel channel) {
    return hub.last(TopicKey.of("A", channel)).orElseThrow();
  }

  private static UpdateFilter prices(String least, String most) {
    return filter(least, most, null, null, null);
  }

  private static UpdateFilter filter(
      String minPrice, String maxPrice, String minVolume, String minChange, String side) {
    return new UpdateFilter(
        Optional.ofNullable(minPrice).map(BigDecimal::new),
        Optional.ofNullable(maxPrice).map(BigDecimal::new),
        Optional.ofNullable(minVolume).map(BigDecimal::new),
        Optional.empty(),
        Optional.ofNullable(minChange).map(BigDecimal::new),
        Optional.ofNullable(side));
  }

  private static Level level(String price) {
    return new Level(new BigDecimal(price), BigDecimal.ONE);
  }

  @Test
  void comparesABookByTheMiddleOfItsBestPrices() {
    tell(Map.of(Field.PRICE, "50"));
    Book book = new Book(List.of(level("9"), level("8")), List.of(level("11")));
    tell(Map.of(), Map.of(), Optional.of(book));
    assertThat(prices("10", "10").admits(last(Channel.BOOK))).isTrue();
    assertThat(prices("10.01", null).admits(last(Channel.BOOK))).isFalse();
  }

  @Test
  void comparesABookOfOneSideByTheLastPrice() {
    tell(Map.of(Field.PRICE, "50"));
    tell(Map.of(), Map.of(), Optional.of(new Book(List.of(level("9")), List.of())));
    assertThat(prices("50", "50").admits(last(Channel.BOOK))).isTrue();
  }

  @Test
  void comparesQuotesAndVolumesByTheLastPrice() {
    tell(Map.of(Field.PRICE, "50", Field.VOLUME, "1"));
    tell(Map.of(Field.VOLUME, "2"));
    assertThat(prices("50", "50").admits(last(Channel.VOLUME))).isTrue();
    assertThat(prices("50", "50").admits(last(Channel.QUOTE))).isTrue();
    assertThat(prices("51", null).admits(last(Channel.QUOTE))).isFalse();
  }

  @Test
  void comparesBarsByTheirClose() {
    tell(Map.of(Field.PRICE, "50", Field.LAST_VOLUME, "1"));
    tell(Map.of(Field.PRICE, "40", Field.LAST_VOLUME, "1"));
    TopicKey bars = new TopicKey("A", Channel.KLINE, Optional.of(Period.DAY));
    hub.join(bars, (update, snapshot) -> {}, false);
    tell(Map.of(Field.PRICE, "30", Field.LAST_VOLUME, "1"));
    Update bar = hub.last(bars).orElseThrow();
    assertThat(prices("30", "30").admits(bar)).isTrue();
    assertThat(prices("31", null).admits(bar)).isFalse();
  }

  @Test
  void deliversNothingOfWhichThePriceIsUnknown() {
    tell(Map.of(Field.VOLUME, "2"));
    assertThat(prices("1", null).admits(last(Channel.VOLUME))).isFalse();
    assertThat(UpdateFilter.NONE.admits(last(Channel.VOLUME))).isTrue();
  }

  @Test
  void comparesTheChangeWithoutItsSign() {
    tell(Map.of(Field.PRICE, "95", Field.PREV_CLOSE, "100"));
    assertThat(filter(null, null, null, "5", null).admits(last(Channel.PRICE))).isTrue();
    assertThat(filter(null, null, null, "5.01", null).admits(last(Channel.PRICE))).isFalse();
  }

  @Test
  void looksAtTheSizeAndTheSideOfTrades() {
    tell(
        Map.of(Field.PRICE, "1", Field.LAST_VOLUME, "300", Field.VOLUME, "9000"),
        Map.of("direction", "sell"),
        Optional.empty());
    Update trade = last(Channel.TRADE);
    assertThat(filter(null, null, "300", null, "sell").admits(trade)).isTrue();
    assertThat(filter(null, null, "301", null, null).admits(trade)).isFalse();
    assertThat(filter(null, null, null, null, "buy").admits(trade)).isFalse();
    assertThat(filter(null, null, null, null, "buy").admits(last(Channel.PRICE)))
        .as("only trades have a side")
        .isTrue();
  }
}
