package org.wenshu.operations.metrics;

/**
 * Who may read the meters.
 *
 * @param access {@code wenshu.metrics.access}
 */
public record MetricsConfig(Access access) {
  /** Who may read. */
  public enum Access {
    /** Everybody. */
    OPEN,
    /** Callers with a valid credential. */
    AUTHENTICATED,
    /** Nobody. */
    OFF
  }
}
