package org.wenshu.guard;

import org.wenshu.question.Wording;

/** What the guard came to. */
public sealed interface Judgement {
  /** A safe read. */
  record Admitted(GuardedSql sql) implements Judgement {}

  /**
   * Not to be run.
   *
   * @param rule the name of the rule that refused it
   * @param position where in the text, in characters from 0; -1 when no place can be named
   * @param wording what the contracts' clients are told
   * @param explanation the rule, what it asks for, and the place, for people
   */
  record Refused(String rule, int position, Wording wording, Wording explanation)
      implements Judgement {
    /** Whether it names a table that is not in the schema the asker may know. */
    public boolean namesUnknownTable() {
      return rule.equals(GuardRule.TABLE.id());
    }
  }
}
