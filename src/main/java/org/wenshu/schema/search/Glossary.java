package org.wenshu.schema.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/**
 * Words of business that mean the same in Chinese, in English and in the abbreviations that names
 * of columns are made of: a Chinese question may meet a schema without Chinese comments, and the
 * reverse. A word may stand in several lines; what it means by each is not mixed. Immutable.
 */
final class Glossary {
  private static final String RESOURCE = "glossary.txt";

  private final Map<String, Set<String>> synonyms = new HashMap<>();

  private Glossary() {}

  /** The glossary that comes with Wenshu, its words cut by that analyzer. */
  static Glossary bundled(Analyzer analyzer) {
    Glossary glossary = new Glossary();
    try (InputStream in = Glossary.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(l -> glossary.add(l, analyzer));
    } catch (IOException e) {
      throw new UncheckedIOException("The glossary cannot be read", e);
    }
    return glossary;
  }

  /** What else the term may be called; empty for most. */
  Set<String> synonyms(String term) {
    return synonyms.getOrDefault(term, Set.of());
  }

  private void add(String line, Analyzer analyzer) {
    Set<String> group = new LinkedHashSet<>();
    for (String word : line.strip().split(" +", -1)) {
      List<String> terms = Terms.in(analyzer, word);
      // Of a Chinese word of two characters the analyzer makes three terms: the pair counts.
      terms.stream().filter(t -> t.length() > 1 || terms.size() == 1).forEach(group::add);
    }
    for (String term : group) {
      synonyms.computeIfAbsent(term, t -> new LinkedHashSet<>()).addAll(group);
    }
  }
}
