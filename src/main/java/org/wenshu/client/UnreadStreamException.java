package org.wenshu.client;

import java.time.Duration;

/**
 * A stream was given up because nobody read it while other requests of its socket waited behind it.
 * What had arrived could still be taken before this. Whoever reads slowly takes another client, or
 * bulk transfer, which has sockets of its own.
 */
public final class UnreadStreamException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** The stream held up others for so long. */
  public UnreadStreamException(Duration time) {
    super("The stream was not read while others of its socket waited for " + time, null);
  }
}
