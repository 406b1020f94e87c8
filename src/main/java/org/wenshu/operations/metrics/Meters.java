package org.wenshu.operations.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * All meters of this server. They are named as Prometheus shows them: counters end in {@code
 * _total}, timers in {@code _seconds}. Nothing that a caller chooses freely may become a label; a
 * family keeps at most {@value #MAX_SERIES} series in any case. Thread-safe.
 */
public final class Meters implements AutoCloseable {
  /** Further label values of a family are counted together, as {@code other}. */
  public static final int MAX_SERIES = 200;

  private static final String TOTAL = "_total";
  private static final String SECONDS = "_seconds";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final List<LongSupplier> counts = new CopyOnWriteArrayList<>();

  /** Meters of nothing yet. */
  public Meters() {}

  /** Shows the memory, threads and processor time of the process too. */
  public Meters withProcess() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    return this;
  }

  /** Counters under one name, one for each combination of label values. */
  public CounterFamily counters(String name, String help, String... labels) {
    String base = without(TOTAL, name);
    return new CounterFamily(
        new Family<>(
            labels, tags -> Counter.builder(base).description(help).tags(tags).register(registry)));
  }

  /**
   * Timers under one name, one for each combination of label values.
   *
   * @param buckets upper bounds of the histogram; none for a sum and a count alone
   */
  public TimerFamily timers(String name, String help, List<Duration> buckets, String... labels) {
    String base = without(SECONDS, name);
    Duration[] bounds = buckets.toArray(Duration[]::new);
    return new TimerFamily(
        new Family<>(
            labels,
            tags ->
                Timer.builder(base)
                    .description(help)
                    .serviceLevelObjectives(bounds)
                    .tags(tags)
                    .register(registry)));
  }

  /** A value that is asked for whenever the meters are shown; must not block. */
  public void gauge(String name, String help, DoubleSupplier value) {
    gauge(name, help, Tags.empty(), value);
  }

  /** A value among several under one name, told apart by a label. */
  public void gauge(String name, String help, String label, String of, DoubleSupplier value) {
    gauge(name, help, Tags.of(label, of), value);
  }

  private void gauge(String name, String help, Tags tags, DoubleSupplier value) {
    Gauge.builder(name, value::getAsDouble).description(help).tags(tags).register(registry);
  }

  /** A counter that its owner keeps; it only grows, and reading it must not block. */
  public void counted(String name, String help, LongSupplier count) {
    // The registry itself remembers no more than it must.
    counts.add(count);
    FunctionCounter.builder(without(TOTAL, name), count, LongSupplier::getAsLong)
        .description(help)
        .register(registry);
  }

  /** Everything as Prometheus text, version 0.0.4. */
  public String text() {
    return registry.scrape();
  }

  /** Forgets all meters. */
  @Override
  public void close() {
    registry.close();
  }

  private static String without(String suffix, String name) {
    if (!name.endsWith(suffix)) {
      throw new IllegalArgumentException(name + " must end in " + suffix);
    }
    return name.substring(0, name.length() - suffix.length());
  }
}
