package org.wenshu.knowledge.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words that a text shares with others. Thread-safe. */
public final class Terms {
  private static final Analyzer ANALYZER = new WordAnalyzer();
  private static final int MAX_CHARS = 100_000;

  private Terms() {}

  /** Stems of its words, and its Chinese characters alone and with their neighbours. */
  public static Set<String> of(String text) {
    Set<String> terms = new HashSet<>();
    String bounded = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    try (TokenStream words = ANALYZER.tokenStream("text", bounded)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        terms.add(word.toString());
      }
      words.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return terms;
  }

  /** How much of the first is in the second: 0 to 1; a single character counts little. */
  public static double shared(Set<String> wanted, Set<String> offered) {
    double all = 0;
    double found = 0;
    for (String term : wanted) {
      double weight = term.length() == 1 ? 0.25 : 1;
      all += weight;
      found += offered.contains(term) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }
}
