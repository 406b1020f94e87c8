package org.wenshu.protocol.ws.feed;

/** Ends the reading of a request that is refused as a whole. */
final class RequestFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FeedFault fault;

  RequestFault(FeedFault fault) {
    super(fault.code().name(), null, false, false);
    this.fault = fault;
  }

  FeedFault fault() {
    return fault;
  }
}
