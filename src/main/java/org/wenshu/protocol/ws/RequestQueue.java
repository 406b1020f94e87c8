package org.wenshu.protocol.ws;

import java.util.ArrayDeque;
import org.wenshu.protocol.ws.WsRequest.Ask;
import org.wenshu.protocol.ws.WsRequest.Reason;
import org.wenshu.protocol.ws.WsRequest.Rejected;

/**
 * The messages of one connection that wait for the answer before them. A question beyond the
 * maximum is answered in its turn, with an error. Thread-safe.
 */
final class RequestQueue {
  private static final int MAX_REJECTED = 64;

  /** What became of an offer. */
  enum Offer {
    /** Nothing is being answered: the caller has to see to it. */
    IDLE,
    QUEUED,
    /** The client sends errors faster than it takes the answers. */
    FLOODED
  }

  private final ArrayDeque<WsRequest> waiting = new ArrayDeque<>();
  private final int maxAsks;
  private int asks;
  private boolean busy;
  private boolean closed;

  RequestQueue(int maxAsks) {
    this.maxAsks = maxAsks;
  }

  synchronized Offer offer(WsRequest request) {
    if (closed) {
      return Offer.QUEUED;
    }
    if (waiting.size() - asks >= MAX_REJECTED) {
      return Offer.FLOODED;
    }
    if (!(request instanceof Ask ask)) {
      waiting.add(request);
    } else if (asks < maxAsks || !busy) {
      asks++;
      waiting.add(ask);
    } else {
      waiting.add(new Rejected(Reason.BUSY, ask.query(), Frames.BUSY, ask.options()));
    }
    if (busy) {
      return Offer.QUEUED;
    }
    busy = true;
    return Offer.IDLE;
  }

  /** The next to be answered; null when none waits, and the connection is idle. */
  synchronized WsRequest next() {
    WsRequest next = waiting.poll();
    busy = next != null;
    if (next instanceof Ask) {
      asks--;
    }
    return next;
  }

  /** Drops everything; true when something was being answered. */
  synchronized boolean close() {
    closed = true;
    waiting.clear();
    asks = 0;
    return busy;
  }
}
