package org.wenshu.assistant.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;

/** Triples of one collection, gone with the test. */
final class InMemoryTripleStore implements TripleStore {
  private final List<Triple> triples = new ArrayList<>();

  InMemoryTripleStore with(String s, String p, String o) {
    triples.add(new Triple(Value.of(s), Value.of(p), Value.of(o)));
    return this;
  }

  @Override
  public List<Triple> find(CollectionId collection, TriplePattern pattern, int limit) {
    return triples.stream()
        .filter(
            t -> fits(pattern.s(), t.s()) && fits(pattern.p(), t.p()) && fits(pattern.o(), t.o()))
        .limit(limit)
        .toList();
  }

  private static boolean fits(Set<Value> wanted, Value value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  @Override
  public void add(CollectionId collection, List<Triple> items) {
    triples.addAll(items);
  }

  @Override
  public void each(Scope scope, BiConsumer<CollectionId, Triple> visitor) {
    triples.forEach(triple -> visitor.accept(CollectionId.of("", ""), triple));
  }
}
