package org.wenshu.operations.metrics;

import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The meters under one name. Bounded: the label values of a series too many are all taken for
 * {@code other}. Thread-safe.
 */
final class Family<M> {
  private static final String OTHER = "other";

  private final String[] labels;
  private final Function<Tags, M> register;
  private final Map<List<String>, M> series = new ConcurrentHashMap<>();
  private final List<String> others;

  Family(String[] labels, Function<Tags, M> register) {
    this.labels = labels.clone();
    this.register = register;
    String[] values = new String[labels.length];
    Arrays.fill(values, OTHER);
    this.others = List.of(values);
  }

  /** The meter for these label values, in the order of the labels. */
  M of(String... values) {
    List<String> key = List.of(values);
    M known = series.get(key);
    return known != null ? known : add(key);
  }

  private M add(List<String> key) {
    if (key.size() != labels.length) {
      throw new IllegalArgumentException("Expected " + labels.length + " labels: " + key);
    }
    List<String> kept = series.size() < Meters.MAX_SERIES ? key : others;
    return series.computeIfAbsent(kept, values -> register.apply(tags(values)));
  }

  private Tags tags(List<String> values) {
    Tags tags = Tags.empty();
    for (int i = 0; i < labels.length; i++) {
      tags = tags.and(labels[i], values.get(i));
    }
    return tags;
  }
}
