package org.wenshu.guard;

import java.util.Set;

/** A statement that was judged a safe read and rendered anew from its tree. */
public final class GuardedSql {
  private final String text;
  private final Set<String> tables;

  GuardedSql(String text, Set<String> tables) {
    this.text = text;
    this.tables = Set.copyOf(tables);
  }

  /** The statement to run. */
  public String text() {
    return text;
  }

  /** The tables it reads, as catalogued. */
  public Set<String> tables() {
    return tables;
  }

  @Override
  public String toString() {
    return text;
  }
}
