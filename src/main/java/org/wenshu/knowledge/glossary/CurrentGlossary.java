package org.wenshu.knowledge.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;

/**
 * The glossary as it was read last. While the triples cannot be read the terms known before go on
 * to count. Thread-safe; reading it waits for nothing.
 */
public final class CurrentGlossary implements Supplier<Glossary> {
  private static final Logger LOG = Logger.getLogger(CurrentGlossary.class.getName());

  private static final int READINGS_BETWEEN = 10;

  private final TripleStore triples;
  private final Supplier<List<Term>> told;
  private final GlossaryConfig config;
  private volatile Glossary current = Glossary.empty();
  private volatile List<Term> read = List.of();
  private List<Term> toldBefore = List.of();
  private int readings;

  /**
   * A glossary, empty until it is first read.
   *
   * @param triples of which some say what a word means
   * @param told terms from elsewhere, which count where no triple says otherwise; read at the first
   *     and then at every tenth reading, because they are not found by an index
   */
  public CurrentGlossary(TripleStore triples, Supplier<List<Term>> told, GlossaryConfig config) {
    this.triples = triples;
    this.told = told;
    this.config = config;
  }

  @Override
  public Glossary get() {
    return current;
  }

  /** Reads the triples anew. Never throws. */
  public synchronized void refresh() {
    try {
      List<Term> terms = new ArrayList<>();
      find(config.meaning())
          .map(t -> new Term(ToldTerms.word(t.s()), ToldTerms.word(t.o())))
          .forEach(terms::add);
      find(config.alternative())
          .map(t -> new Term(ToldTerms.word(t.o()), ToldTerms.word(t.s())))
          .forEach(terms::add);
      if (readings++ % READINGS_BETWEEN == 0) {
        toldBefore = told.get();
      }
      terms.addAll(toldBefore);
      if (!terms.equals(read)) {
        current = Glossary.of(terms);
        read = terms;
        LOG.log(Level.INFO, "The glossary has {0} terms", terms.size());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The glossary cannot be read; what is known of it goes on to count", e);
    }
  }

  private Stream<Triple> find(List<String> predicates) {
    Value[] values =
        predicates.stream()
            .flatMap(p -> Stream.of(Value.uri(p), Value.literal(p)))
            .toArray(Value[]::new);
    return predicates.isEmpty()
        ? Stream.of()
        : triples
            .find(config.collection(), TriplePattern.any().withP(values), config.maxTerms())
            .stream();
  }
}
