package org.wenshu.protocol.ws;

/**
 * Whether the frame that ends generation waits for the first execution, because the client closes
 * soon after it (contract of the text2sql stream, section 11).
 */
public enum HoldDone {
  NEVER,
  ALWAYS,
  /** For browsers, which send an Origin. */
  AUTO;

  boolean holds(boolean browser) {
    return this == ALWAYS || (this == AUTO && browser);
  }
}
