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

  private final TripleStore triples;
  private final GlossaryConfig config;
  private volatile Glossary current = Glossary.empty();
  private volatile List<Term> read = List.of();

  /** A glossary of these triples, empty until it is first read. */
  public CurrentGlossary(TripleStore triples, GlossaryConfig config) {
    this.triples = triples;
    this.config = config;
  }

  @Override
  public Glossary get() {
    return current;
  }

  /** Reads the triples anew. Never throws. */
  public void refresh() {
    try {
      List<Term> terms = new ArrayList<>();
      find(config.meaning()).map(t -> new Term(word(t.s()), word(t.o()))).forEach(terms::add);
      find(config.alternative()).map(t -> new Term(word(t.o()), word(t.s()))).forEach(terms::add);
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

  /** A literal as it is; of a URI the last part, where it is most like a word. */
  private static String word(Value value) {
    if (!value.e()) {
      return value.v();
    }
    String uri = value.v();
    int from = Math.max(uri.lastIndexOf('/'), Math.max(uri.lastIndexOf('#'), uri.lastIndexOf(':')));
    return uri.substring(from + 1).replace('_', ' ').replace('-', ' ');
  }
}
