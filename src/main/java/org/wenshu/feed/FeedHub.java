package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where sources and subscribers meet. Ticks of one symbol are told in the order in which they come
 * in; symbols do not wait for each other. Thread-safe; nothing here waits.
 */
public final class FeedHub {
  private final FeedConfig config;
  private final Clock clock;
  private final SymbolRegistry symbols;
  private final Map<String, SymbolFeed> feeds = new ConcurrentHashMap<>();
  private final AtomicLong seqFloor = new AtomicLong();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final Precedence.Order order;

  /** A hub that knows no symbol yet. */
  public FeedHub(FeedConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.symbols = new SymbolRegistry(config.strictSymbols());
    this.order = new Precedence.Order(config.sources(), config.takeover());
  }

  /** What it was made with. */
  public FeedConfig config() {
    return config;
  }

  /** The symbols that are known. */
  public SymbolRegistry symbols() {
    return symbols;
  }

  /** Numbers of topics not told of yet begin above this; only ever raised. */
  public void raiseSeqFloor(long floor) {
    seqFloor.accumulateAndGet(floor, Math::max);
  }

  /**
   * Takes in a tick and tells those who subscribed.
   *
   * @return why not, when it is refused
   */
  public Optional<TickRefusal> publish(Tick tick) {
    Optional<TickRefusal> refusal = refusal(tick);
    if (refusal.isPresent()) {
      return refusal;
    }
    symbols.add(tick.symbol());
    if (!feed(tick.symbol()).accept(tick, System.nanoTime())) {
      rejected.increment();
      return Optional.of(TickRefusal.otherSource(tick.symbol()));
    }
    accepted.increment();
    return Optional.empty();
  }

  /** Why nobody may be told of the tick, which then counts as refused. */
  public Optional<TickRefusal> refusal(Tick tick) {
    Optional<TickRefusal> refusal = TickRefusal.of(tick, clock.instant());
    if (refusal.isPresent()) {
      rejected.increment();
    }
    return refusal;
  }

  /** Has the listener hear of the topic, first of its last value where that is wanted. */
  public void join(TopicKey topic, FeedListener listener, boolean snapshot) {
    feed(topic.symbol()).join(topic, listener, snapshot);
  }

  /** Has the listener hear the last value once more. */
  public void tellLast(TopicKey topic, FeedListener listener) {
    feed(topic.symbol()).tellLast(topic, listener);
  }

  /** Once this returns the listener hears no more of the topic. */
  public void leave(TopicKey topic, FeedListener listener) {
    feed(topic.symbol()).leave(topic, listener);
  }

  /** The last value of the topic. */
  public Optional<Update> last(TopicKey topic) {
    return Optional.ofNullable(feeds.get(topic.symbol())).flatMap(feed -> feed.last(topic));
  }

  /** The last price of the symbol. */
  public Optional<BigDecimal> lastPrice(String symbol) {
    return Optional.ofNullable(feeds.get(symbol)).flatMap(SymbolFeed::lastPrice);
  }

  /** What these ticks would be told as, had nothing been known before. */
  public void tellApart(List<Tick> ticks, Map<TopicKey, FeedListener> listeners) {
    for (String symbol : ticks.stream().map(Tick::symbol).distinct().toList()) {
      SymbolFeed apart = new SymbolFeed(symbol, config.zone(), order, () -> 0);
      listeners.forEach(
          (topic, listener) -> {
            if (topic.symbol().equals(symbol)) {
              apart.join(topic, listener, false);
            }
          });
      for (Tick tick : ticks) {
        if (tick.symbol().equals(symbol)) {
          apart.accept(tick, System.nanoTime());
        }
      }
    }
  }

  /** Closes the bars whose time is over; to be called every second or so. */
  public void closeBars() {
    Instant now = clock.instant();
    feeds.forEach(
        (symbol, feed) -> {
          Tick none =
              new Tick("", symbol, now, OptionalLong.empty(), Map.of(), Map.of(), Optional.empty());
          feed.closeBars(now, none, System.nanoTime());
        });
  }

  /** How many ticks were taken in. */
  public long accepted() {
    return accepted.sum();
  }

  /** A source could not even read what it is to tell; that counts as refused. */
  public void countUnreadable() {
    rejected.increment();
  }

  /** How many ticks were refused. */
  public long rejected() {
    return rejected.sum();
  }

  /** How many symbols have been told of or asked for. */
  public int size() {
    return feeds.size();
  }

  private SymbolFeed feed(String symbol) {
    SymbolFeed known = feeds.get(symbol);
    return known != null
        ? known
        : feeds.computeIfAbsent(
            symbol, s -> new SymbolFeed(s, config.zone(), order, seqFloor::get));
  }
}
