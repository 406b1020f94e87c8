package org.wenshu.knowledge.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.question.Wording;

/** Triples of one collection, matched by their predicate. */
final class InMemoryTriples implements TripleStore {
  final List<Triple> kept = new ArrayList<>();
  final List<TriplePattern> asked = new ArrayList<>();
  boolean down;

  @Override
  public List<Triple> find(CollectionId collection, TriplePattern pattern, int limit) {
    if (down) {
      throw new WenshuException(
          ErrorCode.KNOWLEDGE_UNAVAILABLE, new Wording("知识库不可用", "No knowledge"));
    }
    asked.add(pattern);
    return kept.stream().filter(t -> pattern.p().contains(t.p())).limit(limit).toList();
  }

  @Override
  public void add(CollectionId collection, List<Triple> items) {
    kept.addAll(items);
  }

  @Override
  public void each(Scope scope, BiConsumer<CollectionId, Triple> visitor) {
    throw new UnsupportedOperationException();
  }
}
