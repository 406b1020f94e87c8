package org.wenshu.operations.health;

/**
 * How much of a pool is in use.
 *
 * @param active connections in use
 * @param max connections at most
 * @param waiting threads that wait for one
 */
public record PoolUse(int active, int max, int waiting) {
  private static final double HIGH = 0.8;

  boolean isHigh() {
    return active > max * HIGH;
  }

  boolean isExhausted() {
    return active >= max;
  }

  Finding describe(Finding finding) {
    return finding
        .with("connections_active", active)
        .with("connections_max", max)
        .with("connections_waiting", waiting);
  }
}
