package org.wenshu.assistant.retrieval;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.ScoredEntity;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.knowledge.embedding.Terms;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Finds the part of a graph that a question is about: entities near it, then what is said of them,
 * a few hops far. Where there are no vectors of the configured model, entities whose statements
 * share words with the question. Thread-safe.
 */
public final class Subgraph {
  private static final int MOST_SCANNED = 20_000;
  private static final double LEAST_SHARED = 0.2;

  private final TripleStore triples;
  private final GraphEmbeddings embeddings;
  private final EmbeddingModel model;

  /** Looks in these stores. */
  public Subgraph(TripleStore triples, GraphEmbeddings embeddings, EmbeddingModel model) {
    this.triples = triples;
    this.embeddings = embeddings;
    this.model = model;
  }

  /** The triples, those nearest to the question first. */
  List<Triple> of(GraphQuestion question, Deadline deadline, Cancellation cancellation) {
    Set<Value> frontier = seeds(question, deadline, cancellation);
    Set<Value> seen = new LinkedHashSet<>(frontier);
    Set<Triple> found = new LinkedHashSet<>();
    for (int hop = 0; hop < question.hops() && !frontier.isEmpty(); hop++) {
      cancellation.check();
      Set<Value> next = new LinkedHashSet<>();
      int left = question.triples() - found.size();
      if (left <= 0) {
        break;
      }
      for (Triple triple : around(frontier, question, left)) {
        if (found.size() < question.triples() && found.add(triple)) {
          addNew(triple.s(), seen, next);
          addNew(triple.o(), seen, next);
        }
      }
      frontier = next;
    }
    return List.copyOf(found);
  }

  private List<Triple> around(Set<Value> frontier, GraphQuestion question, int left) {
    int limit = (int) Math.min(left, (long) question.triplesEach() * frontier.size());
    Set<Triple> around = new LinkedHashSet<>();
    CollectionId collection = question.collection();
    around.addAll(triples.find(collection, new TriplePattern(frontier, Set.of(), Set.of()), limit));
    around.addAll(triples.find(collection, new TriplePattern(Set.of(), Set.of(), frontier), limit));
    return List.copyOf(around);
  }

  private static void addNew(Value value, Set<Value> seen, Set<Value> next) {
    if (value.e() && seen.add(value)) {
      next.add(value);
    }
  }

  private Set<Value> seeds(GraphQuestion question, Deadline deadline, Cancellation cancellation) {
    Vector vector = model.embed(question.text(), deadline, cancellation);
    Set<Value> seeds = new LinkedHashSet<>();
    for (ScoredEntity entity :
        embeddings.nearest(question.collection(), vector, question.entities())) {
      seeds.add(entity.entity());
    }
    return seeds.isEmpty() ? seedsByWords(question) : seeds;
  }

  private Set<Value> seedsByWords(GraphQuestion question) {
    Set<String> wanted = Terms.of(question.text());
    Map<Value, Double> scores = new LinkedHashMap<>();
    for (Triple triple : triples.find(question.collection(), TriplePattern.any(), MOST_SCANNED)) {
      double score = Terms.shared(wanted, Terms.of(Names.told(triple)));
      if (score >= LEAST_SHARED) {
        scores.merge(triple.s(), score, Math::max);
      }
    }
    Set<Value> seeds = new LinkedHashSet<>();
    scores.entrySet().stream()
        .sorted(Map.Entry.<Value, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(question.entities())
        .forEach(entry -> seeds.add(entry.getKey()));
    return seeds;
  }
}
