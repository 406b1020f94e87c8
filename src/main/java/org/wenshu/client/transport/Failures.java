package org.wenshu.client.transport;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.WenshuException;

/** The JDK's failures in the client's own family. */
public final class Failures {
  private Failures() {}

  /** What was wrapped on its way through stages. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable inner = failure;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** A failure of a connection that was open; those of our own family stay as they are. */
  public static WenshuException of(String what, Throwable failure) {
    Throwable inner = unwrapped(failure);
    return inner instanceof WenshuException own ? own : new ConnectionException(what, inner);
  }

  /** A failure to open a connection to that address within that time. */
  public static WenshuException ofConnecting(URI address, Duration limit, Throwable failure) {
    Throwable inner = unwrapped(failure);
    if (inner instanceof WenshuException own) {
      return own;
    }
    if (inner instanceof WebSocketHandshakeException handshake) {
      return new HandshakeRefusedException(address, handshake.getResponse().statusCode(), inner);
    }
    if (inner instanceof HttpTimeoutException) {
      return new RequestTimeoutException("connection", limit);
    }
    return new ConnectionRefusedException(address, inner);
  }
}
