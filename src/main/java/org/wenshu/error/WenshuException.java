package org.wenshu.error;

import org.wenshu.question.Wording;

/** The root of every failure that has a code. The wording is fit for the caller's eyes. */
public class WenshuException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Wording wording;

  /** A failure with its code and what the caller may read about it. */
  public WenshuException(ErrorCode code, Wording wording, Throwable cause) {
    super(code + ": " + wording.english(), cause);
    this.code = code;
    this.wording = wording;
  }

  /** A failure without a cause. */
  public WenshuException(ErrorCode code, Wording wording) {
    this(code, wording, null);
  }

  /** The entry of the catalogue. */
  public ErrorCode code() {
    return code;
  }

  /** What the caller may read. */
  public Wording wording() {
    return wording;
  }
}
