package org.wenshu.operations.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Spells names as label values: lower case, words joined by an underscore. */
final class Words {
  private static final Map<Enum<?>, String> SPELLED = new ConcurrentHashMap<>();

  private Words() {}

  static String of(Enum<?> name) {
    return SPELLED.computeIfAbsent(name, known -> known.name().toLowerCase(Locale.ROOT));
  }
}
