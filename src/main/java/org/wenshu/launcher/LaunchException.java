package org.wenshu.launcher;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** The run cannot start or go on; the wording is one sentence that says why and what to do. */
public final class LaunchException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** A failure in words for the person at the terminal. */
  public LaunchException(ErrorCode code, Wording wording, Throwable cause) {
    super(code, wording, cause);
  }

  /** A failure that no other failure caused. */
  public LaunchException(ErrorCode code, Wording wording) {
    this(code, wording, null);
  }
}
