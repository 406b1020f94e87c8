package org.wenshu.generation.grammar;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.generation.grammar.lexicon.SchemaLexiconBuilder;
import org.wenshu.generation.grammar.plan.JoinGraph;
import org.wenshu.schema.SchemaSnapshot;

/**
 * What is worked out once per snapshot and forgotten with it; at most so many snapshots at a time.
 * Thread-safe.
 */
final class SchemaKnowledge {
  private static final int MOST_SNAPSHOTS = 64;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Lexicon and join paths of a schema. */
  record Known(SchemaLexicon lexicon, JoinGraph graph) {}

  private record Entry(WeakReference<SchemaSnapshot> snapshot, Known known) {}

  Known of(SchemaSnapshot snapshot) {
    Known known = find(snapshot);
    return known == null ? learn(snapshot) : known;
  }

  private Known find(SchemaSnapshot snapshot) {
    for (Entry entry : entries) {
      if (entry.snapshot().refersTo(snapshot)) {
        return entry.known();
      }
    }
    return null;
  }

  private synchronized Known learn(SchemaSnapshot snapshot) {
    Known known = find(snapshot);
    if (known != null) {
      return known;
    }
    entries.removeIf(entry -> entry.snapshot().refersTo(null));
    if (entries.size() >= MOST_SNAPSHOTS) {
      entries.remove(0);
    }
    known = new Known(SchemaLexiconBuilder.build(snapshot), new JoinGraph(snapshot));
    entries.add(new Entry(new WeakReference<>(snapshot), known));
    return known;
  }
}
