package org.wenshu.knowledge.flow;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** A flow or a blueprint that is not there, is there already, or cannot be started so. */
public final class FlowException extends WenshuException {
  private static final long serialVersionUID = 1L;

  FlowException(String chinese, String english) {
    super(ErrorCode.MALFORMED_REQUEST, new Wording(chinese, english));
  }

  static FlowException missing(String field) {
    return new FlowException("缺少 " + field, field + " is required");
  }
}
