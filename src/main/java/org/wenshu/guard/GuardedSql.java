package org.wenshu.guard;

import java.util.Set;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;

/** A statement that was judged a safe read and rendered anew from its tree. */
public final class GuardedSql {
  private final String text;
  private final Query drafted;
  private final Set<String> tables;
  private final double mostCombinations;

  GuardedSql(String text, Query drafted, Set<String> tables, double mostCombinations) {
    this.text = text;
    this.drafted = drafted;
    this.tables = Set.copyOf(tables);
    this.mostCombinations = mostCombinations;
  }

  /** The statement to run. */
  public String text() {
    return text;
  }

  /**
   * What was drafted, limited to the rows that are wanted: what may be told of the statement, as
   * nothing stands in it that was put there to withhold something from the asker.
   */
  public Query drafted() {
    return drafted;
  }

  /** {@link #drafted()} as text for people. */
  public String readableText() {
    return QueryWriter.readable(drafted);
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
