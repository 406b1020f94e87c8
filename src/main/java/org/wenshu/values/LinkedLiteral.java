package org.wenshu.values;

import java.util.List;

/**
 * What became of one literal.
 *
 * @param field where it is looked for
 * @param values what is looked for, as SQL literals; more than one only when all tied values count
 * @param quality how the value was found; null when the literal stays
 * @param alternatives other values that matched as well
 */
record LinkedLiteral(
    LinkField field,
    List<String> values,
    MatchQuality quality,
    boolean ambiguous,
    List<String> alternatives) {
  LinkedLiteral {
    values = List.copyOf(values);
    alternatives = List.copyOf(alternatives);
  }

  /** The literal as written. */
  static LinkedLiteral kept(LinkField own, String literal) {
    return new LinkedLiteral(own, List.of(literal), null, false, List.of());
  }

  boolean isChanged() {
    return quality != null;
  }
}
