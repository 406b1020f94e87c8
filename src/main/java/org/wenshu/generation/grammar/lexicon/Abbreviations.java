package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stored Chinese values by shortened forms: characters of the value in their order, from its first
 * on, such as 大数据部 for 大数据事业部. Built once, then only read.
 */
final class Abbreviations {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_VALUE = 4;
  private final Map<Character, List<String>> values = new HashMap<>();

  void add(String value) {
    if (value.length() >= SHORTEST_VALUE && Script.startsHan(value)) {
      List<String> same = values.computeIfAbsent(value.charAt(0), c -> new ArrayList<>());
      if (!same.contains(value)) {
        same.add(value);
      }
    }
  }

  /** The longest shortened form that starts at the place; null when none does. */
  String at(String run, int start) {
    String longest = null;
    for (String value : values.getOrDefault(run.charAt(start), List.of())) {
      int length = shared(run, start, value);
      boolean better = longest == null || length > longest.length();
      if (length >= SHORTEST && length * 2 >= value.length() && better) {
        longest = run.substring(start, start + length);
      }
    }
    return longest;
  }

  /** The stored value the shortened form stands for, the shortest that fits. */
  String full(String shortened) {
    String best = null;
    for (String value : values.getOrDefault(shortened.charAt(0), List.of())) {
      boolean fits = shared(shortened, 0, value) == shortened.length();
      if (fits && (best == null || value.length() < best.length())) {
        best = value;
      }
    }
    return best == null ? shortened : best.toLowerCase(Locale.ROOT);
  }

  private static int shared(String run, int start, String value) {
    int length = 0;
    for (int i = 0; i < value.length() && start + length < run.length(); i++) {
      if (value.charAt(i) == run.charAt(start + length)) {
        length++;
      }
    }
    return length;
  }
}
