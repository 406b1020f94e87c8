package org.wenshu.generation.grammar.plan;

import org.wenshu.question.Wording;

/** No plan can be made of what was asked, for the reason given. Never leaves the grammar. */
@SuppressWarnings("serial")
public final class NotPlanned extends RuntimeException {
  private final transient Wording reason;

  /** A reason in both languages. */
  public NotPlanned(String chinese, String english) {
    super(english, null, false, false);
    this.reason = new Wording(chinese, english);
  }

  /** Why, for the person who asked. */
  public Wording reason() {
    return reason;
  }
}
