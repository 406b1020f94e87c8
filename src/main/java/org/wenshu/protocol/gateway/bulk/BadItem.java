package org.wenshu.protocol.gateway.bulk;

/** An item that has not the shape of its kind; the others of its frame are taken all the same. */
final class BadItem extends Exception {
  private static final long serialVersionUID = 1L;

  BadItem(String reason) {
    super(reason, null, false, false);
  }
}
