package org.wenshu.assistant.agent;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** An agent that has come to no answer. */
public final class AgentException extends WenshuException {
  private static final long serialVersionUID = 1L;

  AgentException(ErrorCode code, Wording wording) {
    super(code, wording);
  }
}
