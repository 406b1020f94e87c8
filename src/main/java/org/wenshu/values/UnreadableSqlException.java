package org.wenshu.values;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** The statement could not be read as far as linking needs; it stays as it is. */
final class UnreadableSqlException extends WenshuException {
  private static final long serialVersionUID = 1L;

  private static final int MAX_EXCERPT = 40;

  /** The statement could not be read from the given characters on. */
  UnreadableSqlException(String at) {
    super(ErrorCode.SQL_REFUSED, wording(at.substring(0, Math.min(at.length(), MAX_EXCERPT))));
  }

  private static Wording wording(String excerpt) {
    return new Wording("无法读取SQL：" + excerpt, "The SQL cannot be read at: " + excerpt);
  }
}
