package org.wenshu.values;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** The statement could not be read as far as linking needs; it stays as it is. */
final class UnreadableSqlException extends WenshuException {
  private static final long serialVersionUID = 1L;

  UnreadableSqlException(String at) {
    super(
        ErrorCode.SQL_REFUSED,
        new Wording("无法读取SQL：" + at, "The SQL cannot be read at: " + at));
  }
}
