package org.wenshu.execution;

import java.sql.SQLException;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/**
 * The database rejected a statement, or did not answer in time. The wording is one line of at most
 * 1,000 characters: the driver's message without URL, user, trace or file names.
 */
public final class ExecutionException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** A failure of {@link ErrorCode#EXECUTION_FAILED} or a code beside it. */
  public ExecutionException(ErrorCode code, Wording wording, Throwable cause) {
    super(code, wording, cause);
  }

  /** The server's number of the error; 0 when it gave none. */
  public int databaseError() {
    return getCause() instanceof SQLException e ? e.getErrorCode() : 0;
  }
}
