package org.wenshu.knowledge;

import java.util.Set;

/**
 * Which triples are asked for: each part is one of these values, or anything where there are none.
 * A part that is given as plain text matches the URI and the literal of that text alike; it is the
 * set of both.
 */
public record TriplePattern(Set<Value> s, Set<Value> p, Set<Value> o) {
  /** Copies the sets. */
  public TriplePattern {
    s = Set.copyOf(s);
    p = Set.copyOf(p);
    o = Set.copyOf(o);
  }

  /** Every triple. */
  public static TriplePattern any() {
    return new TriplePattern(Set.of(), Set.of(), Set.of());
  }

  /** The same with one of these subjects. */
  public TriplePattern withS(Value... subjects) {
    return new TriplePattern(Set.of(subjects), p, o);
  }

  /** The same with one of these predicates. */
  public TriplePattern withP(Value... predicates) {
    return new TriplePattern(s, Set.of(predicates), o);
  }

  /** The same with one of these objects. */
  public TriplePattern withO(Value... objects) {
    return new TriplePattern(s, p, Set.of(objects));
  }
}
