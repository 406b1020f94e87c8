package org.wenshu.generation.grammar.intent;

/** How a value is compared with another. */
public enum Comparison {
  EQ,
  NE,
  GT,
  GE,
  LT,
  LE,
  BETWEEN,
  IN,
  CONTAINS,
  STARTS,
  ENDS,
  NULL;

  /** The comparison that holds exactly when this one does not; null where there is none. */
  public Comparison negated() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case GT -> LE;
      case GE -> LT;
      case LT -> GE;
      case LE -> GT;
      default -> null;
    };
  }
}
