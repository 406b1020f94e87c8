package org.wenshu.client.gateway.socket;

import java.util.concurrent.atomic.AtomicLong;

/** Ids of requests: never the same twice. */
final class IssuedIds {
  private static final String PREFIX = "req-";

  private final AtomicLong last = new AtomicLong();

  String next() {
    return PREFIX + last.incrementAndGet();
  }

  /** Whether this was one of them. */
  boolean contains(String id) {
    if (!id.startsWith(PREFIX)) {
      return false;
    }
    try {
      long number = Long.parseLong(id.substring(PREFIX.length()));
      return number > 0 && number <= last.get();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
