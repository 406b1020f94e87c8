package org.wenshu.client;

/**
 * The connection ended while something was outstanding. Codes are those of RFC 6455: 1000 and 1001
 * for an orderly end, 1006 when it broke without a word, 1008 for abuse, 1009 for a message that
 * was too big, 1011 and 1012 for a server that failed or restarts, 1013 for one that is busy.
 */
public final class ConnectionClosedException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;

  /** The connection ended with that code and reason (empty when none was given). */
  public ConnectionClosedException(int code, String reason, Throwable cause) {
    super("The connection was closed with code " + code + tail(reason), cause);
    this.code = code;
    this.reason = reason;
  }

  private static String tail(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  /** The close code; 1006 when the connection broke. */
  public int code() {
    return code;
  }

  /** What the other side gave as its reason; empty when nothing. */
  public String reason() {
    return reason;
  }

  /** Not after 1008 and 1009: the same request would end the same way. */
  @Override
  public boolean retriable() {
    return code != 1008 && code != 1009;
  }
}
