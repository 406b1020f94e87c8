package org.wenshu.client.gateway;

import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.rest.RestTransport;

/** The twin of {@link Metrics} that does not wait. Safe for many threads. */
public final class AsyncMetrics {
  private final RestTransport transport;

  AsyncMetrics(RestTransport transport) {
    this.transport = transport;
  }

  /** All meters, as Prometheus text. */
  public CompletableFuture<String> get() {
    return transport.get(Metrics.PATH);
  }
}
