package org.wenshu.feed.source;

import java.util.List;

/**
 * Settings of the simulator ({@code wenshu.feed.simulator.*}, section 14.4).
 *
 * @param enabled off by default
 * @param seed the same seed gives the same ticks
 * @param symbols with their first prices, such as {@code AAPL=187.30}
 * @param volatility the largest change from tick to tick, as a share of the price
 * @param ticksPerSecond over all symbols
 * @param forced may run beside a source of real data
 */
public record SimulatorConfig(
    boolean enabled,
    long seed,
    List<String> symbols,
    double volatility,
    int ticksPerSecond,
    boolean forced) {
  /** Copies the list; every rate is at least one tick a second. */
  public SimulatorConfig {
    symbols = List.copyOf(symbols);
    ticksPerSecond = Math.max(1, ticksPerSecond);
  }

  /** Off; five well-known symbols, ten ticks a second. */
  public static SimulatorConfig defaults() {
    return new SimulatorConfig(
        false,
        1,
        List.of(
            "AAPL=187.30", "GOOGL=141.80", "MSFT=378.90", "000001.SZ=10.52", "600519.SH=1688.00"),
        0.001,
        10,
        false);
  }
}
