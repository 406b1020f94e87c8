package org.wenshu.schema.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of one search: what they weigh, and how well a name or comment fits them. Words of
 * Latin letters may be misspelt a little. Immutable.
 */
final class SearchWords {
  private static final int MOST = 64;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int LONG = 8;
  private static final float MISSPELT = 0.4f;
  private static final double FIT = 0.6;

  private final Map<String, Float> weights = new LinkedHashMap<>();
  private final Set<String> misspelt = new LinkedHashSet<>();
  private final double all;

  SearchWords(Terms terms, String words) {
    terms.weigh(words).entrySet().stream()
        .limit(MOST)
        .forEach(e -> weights.put(e.getKey(), e.getValue()));
    double sum = 0;
    for (String word : new LinkedHashSet<>(terms.of(words))) {
      sum += weights.getOrDefault(word, 0f);
      if (isLatin(word) && word.length() >= SHORTEST_MISSPELT && weights.containsKey(word)) {
        misspelt.add(word);
      }
    }
    all = sum;
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  /** Finds what has any of the words in the fields. */
  Query in(String nameField, String commentField) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    weights.forEach(
        (word, weight) -> {
          query.add(term(nameField, word, weight), Occur.SHOULD);
          query.add(term(commentField, word, weight), Occur.SHOULD);
        });
    for (String word : misspelt) {
      Query near = new FuzzyQuery(new Term(nameField, word), edits(word), 1);
      query.add(new BoostQuery(near, MISSPELT), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query term(String field, String word, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, word)), weight);
  }

  /** What of a text was searched for. */
  Match match(Iterable<String> text) {
    Map<String, Float> found = new LinkedHashMap<>();
    double hit = 0;
    double size = 0;
    for (String word : text) {
      float weight = weight(word);
      double part = share(word);
      hit += part * weight;
      size += part;
      if (weight > 0) {
        found.merge(word, Math.min(weight, (float) part), Math::max);
      }
    }
    return new Match(found, size == 0 ? 0 : hit / size);
  }

  /**
   * How well a text fits, from 0 to 1: how much of the text was searched for, and how much of the
   * search is in the text or around it.
   *
   * @param around found in what the text belongs to
   */
  double fit(Match match, Match around) {
    if (match.found().isEmpty() || all == 0) {
      return 0;
    }
    Map<String, Float> found = new LinkedHashMap<>(around.found());
    found.putAll(match.found());
    double sum = 0;
    for (float weight : found.values()) {
      sum += weight;
    }
    return FIT * match.share() + (1 - FIT) * Math.min(1, sum / all);
  }

  /**
   * What of a text was searched for.
   *
   * @param found those words, and what they weigh
   * @param share of the text
   */
  record Match(Map<String, Float> found, double share) {
    static final Match NONE = new Match(Map.of(), 0);
  }

  /** How much a word searched for weighs, at most 1; 0 for others. */
  private float weight(String word) {
    Float exact = weights.get(word);
    if (exact != null) {
      // A single character that was searched for is found whole.
      return isHanCharacter(word) ? 1f : exact;
    }
    boolean near = isLatin(word) && misspelt.stream().anyMatch(m -> isNear(m, word));
    return near ? MISSPELT : 0f;
  }

  private static boolean isNear(String searched, String word) {
    return searched.charAt(0) == word.charAt(0)
        && EditDistance.between(searched, word, edits(searched)) <= edits(searched);
  }

  private static double share(String word) {
    return isHanCharacter(word) ? Terms.SINGLE_CHARACTER : 1;
  }

  private static int edits(String word) {
    return word.length() < LONG ? 1 : 2;
  }

  private static boolean isHanCharacter(String word) {
    return word.codePointCount(0, word.length()) == 1 && Terms.isHan(word);
  }

  private static boolean isLatin(String word) {
    return word.codePoints().allMatch(c -> c < 0x250 && Character.isLetter(c));
  }
}
