package org.wenshu.client.gateway.rest;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.Timeouts;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;

/** What goes wrong on the way over HTTP, in the client's own family. */
final class RestFailures {
  private RestFailures() {}

  static WenshuException of(URI address, Timeouts timeouts, Throwable failure) {
    Throwable inner = Failures.unwrapped(failure);
    if (inner instanceof ConnectException
        || inner instanceof HttpConnectTimeoutException
        || inner instanceof SSLHandshakeException) {
      return Failures.ofConnecting(address, timeouts.connect(), inner);
    }
    if (inner instanceof HttpTimeoutException || inner instanceof TimeoutException) {
      return new RequestTimeoutException("answer", timeouts.answer());
    }
    return Failures.of("The connection broke before the answer", inner);
  }
}
