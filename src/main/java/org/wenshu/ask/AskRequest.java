package org.wenshu.ask;

import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** A question, who asks it, and how it is to be answered. */
public record AskRequest(Question question, Caller caller, AskOptions options) {
  /** A question that is answered in the standard way. */
  public AskRequest(Question question, Caller caller) {
    this(question, caller, AskOptions.standard());
  }
}
