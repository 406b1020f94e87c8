package org.wenshu.feed.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.wenshu.feed.Book;
import org.wenshu.feed.Field;
import org.wenshu.feed.Level;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.Tick;

/** Made-up ticks, each symbol a random walk; the same seed gives the same. Not thread-safe. */
final class TickSequence {
  /** The source that every simulated tick names. */
  static final String SOURCE = "simulator";

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int LEVELS = 5;

  private final Random random;
  private final double volatility;
  private final List<Walk> walks = new ArrayList<>();
  private int next;

  TickSequence(SimulatorConfig config) {
    this.random = new Random(config.seed());
    this.volatility = config.volatility();
    for (String entry : config.symbols()) {
      int equals = entry.indexOf('=');
      String symbol = equals < 0 ? entry : entry.substring(0, equals);
      String price = equals < 0 ? "100.00" : entry.substring(equals + 1).strip();
      walks.add(new Walk(Symbols.normal(symbol), new BigDecimal(price)));
    }
  }

  /** The next tick, as of that moment; symbols take turns. */
  Tick next(Instant moment) {
    Walk walk = walks.get(next++ % walks.size());
    return walk.step(moment);
  }

  private final class Walk {
    private final String symbol;
    private final BigDecimal previousClose;
    private BigDecimal price;
    private BigDecimal high;
    private BigDecimal low;
    private long volume;
    private BigDecimal amount = BigDecimal.ZERO;
    private long trades;

    Walk(String symbol, BigDecimal price) {
      this.symbol = symbol;
      this.previousClose = price;
      this.price = price;
      this.high = price;
      this.low = price;
    }

    Tick step(Instant moment) {
      double factor = 1 + (random.nextDouble() * 2 - 1) * volatility;
      BigDecimal moved =
          price.multiply(BigDecimal.valueOf(factor)).setScale(2, RoundingMode.HALF_UP);
      price = moved.max(CENT.add(CENT));
      high = high.max(price);
      low = low.min(price);
      long traded = 100L * (1 + random.nextInt(50));
      volume += traded;
      amount = amount.add(price.multiply(BigDecimal.valueOf(traded)));
      trades++;
      String direction = random.nextBoolean() ? "buy" : "sell";
      return new Tick(
          SOURCE,
          symbol,
          moment,
          OptionalLong.empty(),
          numbers(traded),
          Map.of("direction", direction, "trade_id", symbol + "-" + trades),
          Optional.of(new Book(levels(-1), levels(1))));
    }

    private Map<Field, BigDecimal> numbers(long traded) {
      Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
      numbers.put(Field.PRICE, price);
      numbers.put(Field.VOLUME, BigDecimal.valueOf(volume));
      numbers.put(Field.LAST_VOLUME, BigDecimal.valueOf(traded));
      numbers.put(Field.AMOUNT, amount.setScale(2, RoundingMode.HALF_UP));
      numbers.put(Field.OPEN, previousClose);
      numbers.put(Field.HIGH, high);
      numbers.put(Field.LOW, low);
      numbers.put(Field.PREV_CLOSE, previousClose);
      return numbers;
    }

    private List<Level> levels(int direction) {
      List<Level> levels = new ArrayList<>();
      for (int i = 1; i <= LEVELS; i++) {
        BigDecimal away = CENT.multiply(BigDecimal.valueOf((long) i * direction));
        BigDecimal at = price.add(away);
        if (at.signum() > 0) {
          levels.add(new Level(at, BigDecimal.valueOf(100L * (1 + random.nextInt(90)))));
        }
      }
      return levels;
    }
  }
}
