package org.wenshu.generation.grammar;

import java.util.List;
import org.wenshu.question.Abstention;
import org.wenshu.question.Wording;

/** What a question was read as. */
sealed interface Reading {
  /**
   * A statement that answers it.
   *
   * @param notices what was assumed
   */
  record Statement(String sql, List<Wording> notices) implements Reading {}

  /** Nothing, for that reason. */
  record None(Wording reason, Abstention kind) implements Reading {}
}
