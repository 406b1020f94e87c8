package org.wenshu.client;

/** The server sent something that its protocol does not allow, such as text that is no JSON. */
public class ProtocolException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** What was wrong, in words without the message itself, which may hold data. */
  public ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
