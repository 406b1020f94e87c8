package org.wenshu.feed.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Ids below the largest read that were not there: of transactions that are not committed yet, or
 * never will be. Each is asked for again until its time is over. Not thread-safe.
 */
final class MissingIds {
  private static final int MOST = 1_000;

  private final long patienceNanos;
  private final TreeMap<Long, Long> deadlines = new TreeMap<>();

  MissingIds(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** Notes all ids between these two; of very many only the last. */
  void between(long before, long next, long now) {
    for (long id = Math.max(before + 1, next - MOST); id < next; id++) {
      deadlines.put(id, now + patienceNanos);
    }
    while (deadlines.size() > MOST) {
      deadlines.pollFirstEntry();
    }
  }

  void all(Collection<Long> ids, long now) {
    ids.forEach(id -> deadlines.put(id, now + patienceNanos));
  }

  /** One of them has come; false when it was not missing. */
  boolean found(long id) {
    return deadlines.remove(id) != null;
  }

  /** Those still waited for. */
  List<Long> waitedFor(long now) {
    deadlines.values().removeIf(deadline -> deadline - now < 0);
    return new ArrayList<>(deadlines.keySet());
  }
}
