package org.wenshu.client.gateway;

import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.rest.RestTransport;

/** Reads the meters of the gateway. Safe for many threads. */
public final class Metrics {
  static final String PATH = "/api/metrics";

  private final RestTransport transport;

  Metrics(RestTransport transport) {
    this.transport = transport;
  }

  /** All meters, as Prometheus text. */
  public String get() {
    return Answers.await(transport.get(PATH));
  }
}
