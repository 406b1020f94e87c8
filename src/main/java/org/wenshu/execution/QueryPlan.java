package org.wenshu.execution;

import java.util.List;

/**
 * How the database means to run a statement. Names what the statement reads after the rules of
 * access have been written into it, so none of it is for callers as it stands.
 *
 * @param rows one for each table of each SELECT, in the order they are read; empty when the
 *     database does not tell
 */
public record QueryPlan(List<PlanRow> rows) {
  /** A plan that is not told. */
  public static final QueryPlan UNTOLD = new QueryPlan(List.of());

  /** Copies the list. */
  public QueryPlan {
    rows = List.copyOf(rows);
  }
}
