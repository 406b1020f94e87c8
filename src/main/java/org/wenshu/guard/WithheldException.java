package org.wenshu.guard;

/** A table cannot be opened to a caller; the message is for the log of the server. */
final class WithheldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WithheldException(String message) {
    super(message);
  }
}
