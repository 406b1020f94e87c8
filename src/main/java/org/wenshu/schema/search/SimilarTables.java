package org.wenshu.schema.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** Finds what may have been meant by the name of a table that does not exist. Thread-safe. */
public final class SimilarTables {
  private static final double LEAST = 0.4;
  private static final int LONGEST = 128;

  private final SchemaAnalyzer analyzer = new SchemaAnalyzer();

  private record Rated(String name, double likeness) {}

  /**
   * Names of tables and views that are spelt alike, share words, or whose comment has the words;
   * the most likely first.
   *
   * @param visible what the caller may know
   */
  public List<String> to(String unknown, SchemaSnapshot visible, int limit) {
    String start = unknown.substring(0, Math.min(unknown.length(), LONGEST));
    String name = lower(start);
    Set<String> words = words(start);
    return visible.tables().values().stream()
        .map(t -> new Rated(t.name(), likeness(name, words, t)))
        .filter(r -> r.likeness() >= LEAST)
        .sorted(Comparator.comparingDouble(Rated::likeness).reversed())
        .limit(limit)
        .map(Rated::name)
        .toList();
  }

  private double likeness(String name, Set<String> words, Table table) {
    double spelling = spelling(name, lower(table.name()));
    double shared = overlap(words, words(table.name()));
    double comment = table.comment().isEmpty() ? 0 : overlap(words, words(table.comment()));
    return Math.max(spelling, Math.max(shared, comment));
  }

  private static double spelling(String a, String b) {
    int longer = Math.max(1, Math.max(a.length(), b.length()));
    int limit = (int) Math.ceil(longer * (1 - LEAST));
    return 1 - (double) EditDistance.between(a, b, limit) / longer;
  }

  /** Twice what both have, by what there is. */
  private static double overlap(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * both / (a.size() + b.size());
  }

  private Set<String> words(String name) {
    return new HashSet<>(Terms.in(analyzer, IdentifierWords.of(name)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
