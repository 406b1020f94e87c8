package org.wenshu.operations.health;

import java.util.Locale;

/** How well something is, from well to unwell. */
public enum HealthStatus {
  /** All is well. */
  HEALTHY,
  /** It works, with less than it should have. */
  DEGRADED,
  /** Nobody knows yet. */
  UNKNOWN,
  /** It does not work. */
  UNHEALTHY;

  /** As it crosses the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it does its work. */
  public boolean works() {
    return this == HEALTHY || this == DEGRADED;
  }

  HealthStatus worse(HealthStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What it makes of the whole when the whole can do without it. */
  HealthStatus forTheWhole(boolean essential) {
    return essential || works() ? this : DEGRADED;
  }
}
