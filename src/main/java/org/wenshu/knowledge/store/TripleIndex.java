package org.wenshu.knowledge.store;

import org.wenshu.knowledge.TriplePattern;

/**
 * The index by which a pattern is read, and the order that it gives for nothing.
 *
 * @param index its name
 * @param order its columns
 */
record TripleIndex(String index, String order) {
  private static final TripleIndex SUBJECT = new TripleIndex("PRIMARY", "s_hash, p_hash, o_hash");
  private static final TripleIndex PREDICATE =
      new TripleIndex("knowledge_triple_po", "p_hash, o_hash, s_hash");
  private static final TripleIndex OBJECT =
      new TripleIndex("knowledge_triple_os", "o_hash, s_hash, p_hash");

  static TripleIndex of(TriplePattern pattern) {
    boolean s = !pattern.s().isEmpty();
    boolean p = !pattern.p().isEmpty();
    boolean o = !pattern.o().isEmpty();
    if (o && !p) {
      return OBJECT;
    }
    return p && !s ? PREDICATE : SUBJECT;
  }
}
