package org.wenshu.knowledge.glossary;

import java.time.Duration;
import java.util.List;
import org.wenshu.knowledge.CollectionId;

/**
 * Where the terms come from.
 *
 * @param collection whose triples are read ({@code wenshu.glossary.user}, {@code .collection})
 * @param meaning predicates that lead from a term to its meaning ({@code wenshu.glossary.meaning})
 * @param alternative predicates that lead from a meaning to a term for it ({@code
 *     wenshu.glossary.alternative})
 * @param refreshInterval between two readings ({@code wenshu.glossary.refresh-interval}); zero
 *     turns the glossary off
 * @param maxTerms no more are read ({@code wenshu.glossary.max-terms})
 */
public record GlossaryConfig(
    CollectionId collection,
    List<String> meaning,
    List<String> alternative,
    Duration refreshInterval,
    int maxTerms) {
  /** Copies the lists. */
  public GlossaryConfig {
    meaning = List.copyOf(meaning);
    alternative = List.copyOf(alternative);
  }

  /** The default collection, its SKOS definitions and labels and two plain words, every 2 s. */
  public static GlossaryConfig defaults() {
    return new GlossaryConfig(
        CollectionId.of("", ""),
        List.of("means", "含义", "http://www.w3.org/2004/02/skos/core#definition"),
        List.of("同义词", "synonym", "http://www.w3.org/2004/02/skos/core#altLabel"),
        Duration.ofSeconds(2),
        5_000);
  }
}
