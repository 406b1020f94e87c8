package org.wenshu.client;

import java.time.Duration;

/** Nothing came within the time that the caller gave. Pieces of an answer start the time anew. */
public final class RequestTimeoutException extends WenshuException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /** What was waited for, and how long. */
  public RequestTimeoutException(String what, Duration limit) {
    super("No " + what + " within " + limit, null);
    this.limit = limit;
  }

  /** The time that ran out. */
  public Duration limit() {
    return limit;
  }

  @Override
  public boolean retriable() {
    return true;
  }
}
