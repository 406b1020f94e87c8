package org.wenshu.client.gateway.data;

import java.util.Objects;

/**
 * A statement of the graph.
 *
 * @param s what it is about
 * @param p what it says about that
 * @param o the other thing, or a text
 */
public record Triple(Value s, Value p, Value o) {
  /** A statement; all three parts are needed. */
  public Triple {
    Objects.requireNonNull(s, "s");
    Objects.requireNonNull(p, "p");
    Objects.requireNonNull(o, "o");
  }

  /** A statement of three texts whose kinds are told by {@link Value#of}. */
  public static Triple of(String s, String p, String o) {
    return new Triple(Value.of(s), Value.of(p), Value.of(o));
  }
}
