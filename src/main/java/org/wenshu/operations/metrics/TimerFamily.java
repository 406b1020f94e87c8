package org.wenshu.operations.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Timers under one name. Thread-safe. */
public final class TimerFamily {
  private final Family<Timer> family;

  TimerFamily(Family<Timer> family) {
    this.family = family;
  }

  /** Takes in one duration; label values in the order in which the labels were named. */
  public void record(long nanos, String... values) {
    family.of(values).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Shows the series from the start. */
  public TimerFamily startingEmpty(String... values) {
    family.of(values);
    return this;
  }
}
