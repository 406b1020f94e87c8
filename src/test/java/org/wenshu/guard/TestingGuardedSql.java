package org.wenshu.guard;

import java.util.Set;
import org.wenshu.sql.tree.Query;

/** Makes guarded SQL of any text, for tests of what comes behind the guard. */
public final class TestingGuardedSql {
  private static final Query ANY =
      StatementReader.read("SELECT 1", GuardLimits.defaults(), new Findings()).orElseThrow();

  private TestingGuardedSql() {}

  /** The text as if the guard had admitted it. */
  public static GuardedSql of(String text) {
    return new GuardedSql(text, ANY, Set.of(), 0);
  }

  /** The same, of tables of any size. */
  public static GuardedSql ofLargeTables(String text) {
    return new GuardedSql(text, ANY, Set.of(), Double.POSITIVE_INFINITY);
  }
}
