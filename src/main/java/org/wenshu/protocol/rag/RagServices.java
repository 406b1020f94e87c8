package org.wenshu.protocol.rag;

import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.rag.method.RagCalls;
import org.wenshu.protocol.rag.method.RagMethods;
import org.wenshu.security.ratelimit.RateLimits;

/** The parts that the endpoint and the facade are made of. Immutable. */
public final class RagServices {
  private final RagConfig config;
  private final RagMethods methods;
  private final RagCalls calls;
  private final RateLimits limits;
  private final RequestMetrics metrics;
  private final RagConnections connections;

  /** The parts, put together. */
  public RagServices(
      RagConfig config,
      RagMethods methods,
      RagCalls calls,
      RateLimits limits,
      RequestMetrics metrics,
      FrameSenders senders) {
    this.config = config;
    this.methods = methods;
    this.calls = calls;
    this.limits = limits;
    this.metrics = metrics;
    this.connections = new RagConnections(this, senders);
  }

  /** The settings. */
  public RagConfig config() {
    return config;
  }

  /** What can be called. */
  public RagMethods methods() {
    return methods;
  }

  /** How it is called. */
  public RagCalls calls() {
    return calls;
  }

  /** How often. */
  RateLimits limits() {
    return limits;
  }

  /** Who counts. */
  public RequestMetrics metrics() {
    return metrics;
  }

  /** The open connections. */
  public RagConnections connections() {
    return connections;
  }
}
