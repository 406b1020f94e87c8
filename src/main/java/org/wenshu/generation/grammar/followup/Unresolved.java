package org.wenshu.generation.grammar.followup;

import org.wenshu.question.Wording;

/** Words point back, and nothing earlier is what they mean. Never leaves the grammar. */
@SuppressWarnings("serial")
public final class Unresolved extends RuntimeException {
  private final transient Wording reason;

  Unresolved(Wording reason) {
    super(reason.english(), null, false, false);
    this.reason = reason;
  }

  /** What is not known, for the person who asked. */
  public Wording reason() {
    return reason;
  }
}
