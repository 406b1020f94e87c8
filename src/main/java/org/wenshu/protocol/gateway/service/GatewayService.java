package org.wenshu.protocol.gateway.service;

/** One kind of service. Thread-safe. */
public interface GatewayService {
  /** Its name on the wire, such as {@code graph-rag}. */
  String kind();

  /** The type of its errors unless they say otherwise, such as {@code graph-rag-error}. */
  String errorType();

  /**
   * Answers the call, now or later. Runs on a thread that may wait. What it throws ends the call
   * with an error.
   */
  void answer(ServiceCall call);
}
