package org.wenshu.knowledge;

import java.util.List;

/** Some of what is in a core; either list may be empty. */
public record CorePart(List<Triple> triples, List<EntityVector> entities) {
  /** Copies the lists. */
  public CorePart {
    triples = List.copyOf(triples);
    entities = List.copyOf(entities);
  }
}
