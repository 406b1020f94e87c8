package org.wenshu.client;

/**
 * The root of everything that can go wrong between a caller and a server. Its message is fit for
 * logs: it never holds a token, and addresses are printed without their parameters.
 */
public class WenshuException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with its message and, where there is one, its cause (else null). */
  protected WenshuException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the same call may succeed later. Says nothing about whether the server has already done
   * the work; calls of this client only read, so that asking again does no harm.
   */
  public boolean retriable() {
    return false;
  }
}
