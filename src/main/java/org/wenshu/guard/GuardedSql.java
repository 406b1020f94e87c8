package org.wenshu.guard;

import java.util.Set;

/** A statement that was judged a safe read and rendered anew from its tree. */
public final class GuardedSql {
  private final String text;
  private final Set<String> tables;
  private final double mostCombinations;

  GuardedSql(String text, Set<String> tables, double mostCombinations) {
    this.text = text;
    this.tables = Set.copyOf(tables);
    this.mostCombinations = mostCombinations;
  }

  /** The statement to run. */
  public String text() {
    return text;
  }

  /** The tables it reads, as catalogued. */
  public Set<String> tables() {
    return tables;
  }

  /**
   * No more combinations of rows than these lie in the tables it reads, by their catalogued sizes;
   * infinite where one is unknown.
   */
  public double mostCombinations() {
    return mostCombinations;
  }

  @Override
  public String toString() {
    return text;
  }
}
