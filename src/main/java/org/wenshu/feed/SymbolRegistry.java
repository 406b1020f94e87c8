package org.wenshu.feed;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** The symbols that sources have told of (section 11.2). Thread-safe. */
public final class SymbolRegistry {
  private static final int MOST_SUGGESTIONS = 5;
  private static final int MOST_EDITS = 2;
  private static final int SHORTEST_PREFIX = 3;

  private final NavigableSet<String> known = new ConcurrentSkipListSet<>();
  private final boolean strict;

  SymbolRegistry(boolean strict) {
    this.strict = strict;
  }

  /** Notes a symbol, in its normal form. */
  public void add(String symbol) {
    if (!known.contains(symbol)) {
      known.add(symbol);
    }
  }

  /** Whether it has been told of. */
  public boolean isKnown(String symbol) {
    return known.contains(symbol);
  }

  /** Whether unknown symbols are refused now. */
  public boolean isStrict() {
    return strict && !known.isEmpty();
  }

  /** How many are known. */
  public int size() {
    return known.size();
  }

  /** Some of them, in their order. */
  public List<String> first(int most) {
    return known.stream().limit(most).toList();
  }

  /** What may have been meant, the likeliest first, at most five. */
  public List<String> suggestions(String symbol) {
    Stream<String> suffixed =
        known.tailSet(symbol + ".").stream().takeWhile(s -> s.startsWith(symbol + "."));
    String prefix = symbol.substring(0, Math.min(SHORTEST_PREFIX, symbol.length()));
    Stream<String> begun =
        known.tailSet(prefix).stream().takeWhile(s -> s.startsWith(prefix)).limit(MOST_SUGGESTIONS);
    Stream<String> near =
        known.stream()
            .filter(s -> Math.abs(s.length() - symbol.length()) <= MOST_EDITS)
            .filter(s -> edits(s, symbol) <= MOST_EDITS)
            .sorted(Comparator.comparingInt(s -> edits(s, symbol)))
            .limit(MOST_SUGGESTIONS);
    return Stream.of(suffixed, near, begun)
        .flatMap(s -> s)
        .distinct()
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
