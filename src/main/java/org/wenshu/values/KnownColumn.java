package org.wenshu.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of one column, ready to be compared. Immutable. */
final class KnownColumn {
  private static final Pattern PADDING = Pattern.compile(" +$");

  /** The shortest value first, then by code point: independent of the order of loading. */
  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingInt(e -> Best.length(e.stored()))
          .thenComparing(Entry::stored, KnownColumn::compareCodePoints);

  /** A stored value: verbatim, as LIKE compares it, and as literals are compared with it. */
  private record Entry(String stored, String cased, FoldedText folded) {}

  /**
   * The values that a literal abbreviates best.
   *
   * @param values all of that quality, the preferred one first
   */
  record Best(MatchQuality quality, List<String> values) {
    /** How many of the first values are equally long, so that only their letters decide. */
    int tied() {
      int length = length(values.get(0));
      return (int) values.stream().takeWhile(v -> length(v) == length).count();
    }

    private static int length(String value) {
      return value.codePointCount(0, value.length());
    }
  }

  private final boolean caseSensitive;
  private final boolean padded;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  KnownColumn(StoredValues.Content content) {
    this.caseSensitive = content.caseSensitive();
    this.padded = content.padded();
    for (String value : content.values()) {
      entries.add(new Entry(value, cased(value), FoldedText.of(value)));
      keys.add(unpadded(cased(value)));
    }
    entries.sort(ORDER);
  }

  /** Whether {@code =} finds the literal. */
  boolean isStored(String literal) {
    return keys.contains(unpadded(cased(literal)));
  }

  /** The values that LIKE finds. */
  List<String> like(LikePattern pattern) {
    LikePattern cased =
        new LikePattern(cased(pattern.core()), pattern.openStart(), pattern.openEnd());
    return entries.stream().filter(e -> cased.matches(e.cased())).map(Entry::stored).toList();
  }

  /** The values that the literal abbreviates best; empty when it abbreviates none. */
  Optional<Best> best(FoldedText literal) {
    MatchQuality best = null;
    List<String> values = new ArrayList<>();
    for (Entry entry : entries) {
      MatchQuality quality = MatchQuality.of(literal, entry.folded()).orElse(null);
      if (quality != null && (best == null || quality.compareTo(best) <= 0)) {
        if (quality != best) {
          best = quality;
          values.clear();
        }
        values.add(entry.stored());
      }
    }
    return Optional.ofNullable(best).map(quality -> new Best(quality, List.copyOf(values)));
  }

  private static int compareCodePoints(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    if (i == one.length() || i == other.length()) {
      return Integer.compare(one.length(), other.length());
    }
    boolean halfway = i > 0 && Character.isHighSurrogate(one.charAt(i - 1));
    int at = halfway ? i - 1 : i;
    return Integer.compare(one.codePointAt(at), other.codePointAt(at));
  }

  private String cased(String text) {
    return caseSensitive ? text : text.toLowerCase(Locale.ROOT);
  }

  private String unpadded(String text) {
    return padded ? PADDING.matcher(text).replaceFirst("") : text;
  }
}
