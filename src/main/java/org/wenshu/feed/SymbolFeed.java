package org.wenshu.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Everything about one symbol. One lock keeps its ticks in order; it is held while listeners are
 * told, who only note what they hear, and never while anything is sent.
 */
final class SymbolFeed {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final String symbol;
  private final LongSupplier seqFloor;
  private final Map<TopicKey, Topic> topics = new HashMap<>();
  private final Quote quote = new Quote();
  private final Bars bars;
  private final Precedence precedence;

  SymbolFeed(String symbol, ZoneId zone, Precedence.Order order, LongSupplier seqFloor) {
    this.symbol = symbol;
    this.seqFloor = seqFloor;
    this.bars = new Bars(zone);
    this.precedence = new Precedence(order);
  }

  synchronized void join(TopicKey key, FeedListener listener, boolean snapshot) {
    topic(key).join(listener, snapshot);
  }

  synchronized void tellLast(TopicKey key, FeedListener listener) {
    topic(key).last().ifPresent(last -> listener.onUpdate(last, true));
  }

  synchronized void leave(TopicKey key, FeedListener listener) {
    topic(key).leave(listener);
  }

  synchronized Optional<Update> last(TopicKey key) {
    return Optional.ofNullable(topics.get(key)).flatMap(Topic::last);
  }

  synchronized Optional<BigDecimal> lastPrice() {
    return quote.get(Field.PRICE);
  }

  /** Takes in the tick; false when another source has precedence. */
  synchronized boolean accept(Tick tick, long nanos) {
    if (!precedence.admits(tick.source(), nanos)) {
      return false;
    }
    String told = tick.texts().getOrDefault("source", tick.source());
    Update.Origin origin = new Update.Origin(told, tick.time(), tick.seq(), nanos);
    Map<Field, BigDecimal> best = quote.bestPrices();
    boolean changed = quote.merge(tick);
    if (tick.has(Field.PRICE)) {
      tell(tick, origin, Channel.PRICE, priceMembers(), Optional.empty());
    }
    if (tick.has(Field.VOLUME) || tick.has(Field.LAST_VOLUME)) {
      tell(tick, origin, Channel.VOLUME, volumeMembers(tick), Optional.empty());
    }
    tick.book()
        .ifPresent(book -> tell(tick, origin, Channel.BOOK, bookMembers(tick, book), tick.book()));
    if (changed || !best.equals(quote.bestPrices())) {
      tell(tick, origin, Channel.QUOTE, quote.members(), Optional.empty());
    }
    if (tick.has(Field.PRICE)) {
      tellTrade(tick, origin);
    }
    return true;
  }

  private void tellTrade(Tick tick, Update.Origin origin) {
    BigDecimal traded = tick.numbers().getOrDefault(Field.LAST_VOLUME, BigDecimal.ZERO);
    if (tick.has(Field.LAST_VOLUME) || tick.texts().containsKey("trade_id")) {
      tell(tick, origin, Channel.TRADE, tradeMembers(tick, traded), Optional.empty());
    }
    Optional<BigDecimal> interest = Optional.ofNullable(tick.numbers().get(Field.OPEN_INTEREST));
    bars.add(
        tick.time(),
        tick.numbers().get(Field.PRICE),
        traded,
        interest,
        (period, bar, closed) -> tellBar(tick, origin, period, bar, closed));
  }

  /** Closes bars that no later tick has closed. */
  synchronized void closeBars(Instant now, Tick none, long nanos) {
    Update.Origin origin = new Update.Origin(precedence.holder(), now, none.seq(), nanos);
    bars.closeBefore(now, (period, bar, closed) -> tellBar(none, origin, period, bar, closed));
  }

  private void tellBar(Tick tick, Update.Origin origin, Period period, Bar bar, boolean closed) {
    TopicKey key = new TopicKey(symbol, Channel.KLINE, Optional.of(period));
    Update.Traits traits =
        new Update.Traits(
            Optional.of(bar.close()),
            Optional.of(bar.volume()),
            quote.get(Field.CHANGE_PERCENT),
            Optional.empty());
    topic(key).tell(tick, origin.at(bar.start()), bar.members(closed), Optional.empty(), traits);
  }

  private void tell(
      Tick tick,
      Update.Origin origin,
      Channel channel,
      Map<String, Object> members,
      Optional<Book> book) {
    Optional<BigDecimal> price = book.flatMap(SymbolFeed::middle).or(() -> quote.get(Field.PRICE));
    Optional<BigDecimal> volume =
        channel == Channel.TRADE
            ? Optional.ofNullable(tick.numbers().get(Field.LAST_VOLUME))
            : quote.get(Field.VOLUME);
    Update.Traits traits =
        new Update.Traits(
            price,
            volume,
            quote.get(Field.CHANGE_PERCENT),
            Optional.ofNullable(tick.texts().get("direction")));
    topic(TopicKey.of(symbol, channel)).tell(tick, origin, members, book, traits);
  }

  private Topic topic(TopicKey key) {
    return topics.computeIfAbsent(key, k -> new Topic(k, seqFloor));
  }

  private Map<String, Object> priceMembers() {
    Map<String, Object> members = new LinkedHashMap<>();
    quote.put(members, Field.PRICE, Field.CHANGE, Field.CHANGE_PERCENT, Field.PREV_CLOSE);
    return members;
  }

  private Map<String, Object> volumeMembers(Tick tick) {
    Map<String, Object> members = new LinkedHashMap<>();
    quote.put(members, Field.VOLUME);
    if (tick.has(Field.LAST_VOLUME)) {
      quote.put(members, Field.LAST_VOLUME);
    }
    quote.put(members, Field.AMOUNT, Field.PRICE);
    return members;
  }

  private Map<String, Object> tradeMembers(Tick tick, BigDecimal traded) {
    BigDecimal price = tick.numbers().get(Field.PRICE);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("price", price);
    members.put("volume", Numbers.whole(traded));
    members.put("amount", price.multiply(traded).setScale(2, RoundingMode.HALF_UP));
    members.put("direction", tick.texts().getOrDefault("direction", "neutral"));
    for (String name : new String[] {"trade_id", "trade_type"}) {
      if (tick.texts().containsKey(name)) {
        members.put(name, tick.texts().get(name));
      }
    }
    String id = tick.texts().get("trade_id");
    if (id != null) {
      members.put("tick_id", id);
    }
    quote.put(members, Field.TURNOVER, Field.CHANGE, Field.CHANGE_PERCENT);
    return members;
  }

  private Map<String, Object> bookMembers(Tick tick, Book book) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("sequence", BigDecimal.valueOf(tick.seq().orElse(bookSeq())));
    if (!book.bids().isEmpty()) {
      members.put("max_bid", book.bids().get(0).price());
    }
    if (!book.asks().isEmpty()) {
      members.put("min_ask", book.asks().get(0).price());
    }
    members.put("bid_volume_total", total(book.bids().stream()));
    members.put("ask_volume_total", total(book.asks().stream()));
    quote.put(members, Field.PRICE);
    return members;
  }

  private long bookSeq() {
    return topic(TopicKey.of(symbol, Channel.BOOK)).seq() + 1;
  }

  private static BigDecimal total(Stream<Level> levels) {
    return levels.map(Level::size).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<BigDecimal> middle(Book book) {
    if (book.bids().isEmpty() || book.asks().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(book.bids().get(0).price().add(book.asks().get(0).price()).divide(TWO));
  }
}
