package org.wenshu.operations.metrics;

import io.micrometer.core.instrument.Counter;

/** Counters under one name. Thread-safe. */
public final class CounterFamily {
  private final Family<Counter> family;

  CounterFamily(Family<Counter> family) {
    this.family = family;
  }

  /** Counts one; label values in the order in which the labels were named. */
  public void count(String... values) {
    family.of(values).increment();
  }

  /** Counts several at once, never fewer than none. */
  public void add(long amount, String... values) {
    family.of(values).increment((double) amount);
  }

  /** Shows a zero from the start, so that the first event is seen as growth. */
  public CounterFamily startingAtZero(String... values) {
    family.of(values);
    return this;
  }
}
