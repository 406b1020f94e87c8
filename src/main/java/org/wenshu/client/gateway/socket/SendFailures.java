package org.wenshu.client.gateway.socket;

import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.transport.Failures;

/** What it means that a message could not be sent. */
final class SendFailures {
  private SendFailures() {}

  static Throwable cause(Throwable failure) {
    return Failures.unwrapped(failure);
  }

  /** Whether the message never left the queue: its socket had ended before. */
  static boolean nothingWasSent(Throwable why) {
    return why instanceof ConnectionClosedException || why instanceof ClientBusyException;
  }
}
