package org.wenshu.assistant.retrieval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;

/** Names things by their labels where the collection has any. */
final class Labels {
  private final Map<Value, String> labels = new HashMap<>();

  private Labels() {}

  static Labels of(List<Triple> triples, CollectionId collection, TripleStore store) {
    Labels labels = new Labels();
    Set<Value> things = new HashSet<>();
    for (Triple triple : triples) {
      for (Value value : List.of(triple.s(), triple.p(), triple.o())) {
        if (value.e()) {
          things.add(value);
        }
      }
    }
    if (!things.isEmpty()) {
      TriplePattern pattern = new TriplePattern(things, Set.of(Value.uri(Names.LABEL)), Set.of());
      for (Triple label : store.find(collection, pattern, things.size() * 2)) {
        labels.labels.putIfAbsent(label.s(), label.o().v());
      }
    }
    return labels;
  }

  String name(Value value) {
    String label = labels.get(value);
    return label == null ? Names.of(value) : label;
  }
}
