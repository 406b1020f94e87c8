package org.wenshu.feed.source;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** A source that cannot be read now, or a position that cannot be kept. */
public final class SourceException extends WenshuException {
  private static final long serialVersionUID = 1L;

  SourceException(String what) {
    super(ErrorCode.DATABASE_UNAVAILABLE, new Wording("数据源暂不可用", what));
  }

  SourceException(String what, Throwable cause) {
    super(ErrorCode.DATABASE_UNAVAILABLE, new Wording("数据源暂不可用", what), cause);
  }
}
