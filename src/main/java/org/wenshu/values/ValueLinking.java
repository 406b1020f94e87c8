package org.wenshu.values;

import java.util.List;
import org.wenshu.generation.DraftSql;

/**
 * A statement after value linking; the same statement with no substitutions when nothing matched.
 */
public record ValueLinking(DraftSql sql, List<Substitution> substitutions) {
  /** Copies the list. */
  public ValueLinking {
    substitutions = List.copyOf(substitutions);
  }
}
