package org.wenshu.protocol.ws.feed;

/**
 * How a client wants its data (contract, sections 7.3 and 9.5).
 *
 * @param ack whether it acknowledges what it gets
 * @param batch whether many messages may come in one
 */
record Delivery(boolean ack, boolean batch) {
  /** Every message alone, and nothing is acknowledged. */
  static final Delivery PLAIN = new Delivery(false, false);
}
