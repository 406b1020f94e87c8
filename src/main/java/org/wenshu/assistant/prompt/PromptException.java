package org.wenshu.assistant.prompt;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** A prompt that is not there or cannot be rendered, or an answer that is not what it asks for. */
public final class PromptException extends WenshuException {
  private static final long serialVersionUID = 1L;

  PromptException(String chinese, String english, Throwable cause) {
    super(ErrorCode.MALFORMED_REQUEST, new Wording(chinese, english), cause);
  }

  PromptException(String chinese, String english) {
    this(chinese, english, null);
  }
}
