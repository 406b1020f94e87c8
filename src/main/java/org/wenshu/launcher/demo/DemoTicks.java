package org.wenshu.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Writes the last trades of a few made-up securities, each a random walk. */
final class DemoTicks {
  private static final int TICKS = 1_000;
  private static final int SECONDS_BETWEEN = 3;
  private static final List<String> SYMBOLS = List.of("DEMOA", "DEMOB", "DEMOC", "DEMOD", "DEMOE");
  private static final List<String> DIRECTIONS = List.of("buy", "sell", "neutral");
  private static final List<String> COLUMNS =
      List.of(
          "symbol",
          "event_time",
          "price",
          "volume",
          "last_volume",
          "amount",
          "bid_price",
          "ask_price",
          "bid_volume",
          "ask_volume",
          "open",
          "high",
          "low",
          "prev_close",
          "direction");

  private final DemoClock clock;
  private final Random random;

  DemoTicks(DemoClock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  int load(Connection connection) throws SQLException {
    try (BatchInsert insert = new BatchInsert(connection, "ticks", COLUMNS)) {
      for (String symbol : SYMBOLS) {
        new Walk(symbol).write(insert);
      }
      return insert.finish();
    }
  }

  /** One security's trades of the day so far. Prices are in hundredths. */
  private final class Walk {
    private final String symbol;
    private final long previousClose = 1_000L + random.nextInt(9_000);
    private final long open = previousClose + random.nextInt(21) - 10;
    private long price = open;
    private long high = open;
    private long low = open;
    private long volume;
    private BigDecimal amount = BigDecimal.ZERO;

    Walk(String symbol) {
      this.symbol = symbol;
    }

    void write(BatchInsert insert) throws SQLException {
      LocalDateTime start = clock.now().minusSeconds((long) TICKS * SECONDS_BETWEEN);
      for (int i = 0; i < TICKS; i++) {
        long traded = 100L * (1 + random.nextInt(50));
        step(traded);
        row(insert, start.plusSeconds((long) i * SECONDS_BETWEEN), traded);
      }
    }

    private void step(long traded) {
      price = Math.max(500, price + random.nextInt(7) - 3);
      high = Math.max(high, price);
      low = Math.min(low, price);
      volume += traded;
      amount = amount.add(yuan(price).multiply(BigDecimal.valueOf(traded)));
    }

    private void row(BatchInsert insert, LocalDateTime time, long traded) throws SQLException {
      insert.add(
          symbol,
          time,
          yuan(price),
          volume,
          traded,
          amount.setScale(2, RoundingMode.HALF_UP),
          yuan(price - 1),
          yuan(price + 1),
          100L * (1 + random.nextInt(200)),
          100L * (1 + random.nextInt(200)),
          yuan(open),
          yuan(high),
          yuan(low),
          yuan(previousClose),
          DIRECTIONS.get(random.nextInt(DIRECTIONS.size())));
    }
  }

  private static BigDecimal yuan(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }
}
