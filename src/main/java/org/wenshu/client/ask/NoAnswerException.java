package org.wenshu.client.ask;

import org.wenshu.client.ApplicationException;

/** The server answered that there is no answer. {@code code()} is the name of the kind. */
public final class NoAnswerException extends ApplicationException {
  private static final long serialVersionUID = 1L;

  private final transient NoAnswer reason;

  NoAnswerException(NoAnswer reason) {
    super(reason.kind().name(), reason.kind().type(), reason.kind().retriable(), reason.message());
    this.reason = reason;
  }

  /** What the server told. */
  public NoAnswer reason() {
    return reason;
  }
}
