package org.wenshu.feed.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ids below the largest read that were not there: of transactions that are not committed yet, or
 * never will be. Each is asked for again until its time is over. Those that were passed over are
 * remembered longer, as the log of changes may tell of them later. Not thread-safe.
 */
final class MissingIds {
  private static final int MOST = 1_000;

  private final long patienceNanos;
  private final TreeMap<Long, Long> deadlines = new TreeMap<>();
  private final TreeSet<Long> passedOver = new TreeSet<>();
  private long completeAfter = Long.MAX_VALUE;

  MissingIds(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /**
   * Begins with those that were missing before a restart.
   *
   * @param lastId ids above this one are missing only if they are noted from now on
   */
  void begin(long lastId, Collection<Long> before, long now) {
    completeAfter = lastId;
    passedOver.addAll(before);
    told(before, now);
  }

  /** Notes all ids between these two; of very many only the last. */
  void between(long before, long next, long now) {
    long first = Math.max(before + 1, next - MOST);
    if (first > before + 1) {
      completeAfter = Math.max(completeAfter, first - 1);
    }
    for (long id = first; id < next; id++) {
      passedOver.add(id);
      deadlines.put(id, now + patienceNanos);
    }
    while (passedOver.size() > MOST) {
      long forgotten = passedOver.pollFirst();
      deadlines.remove(forgotten);
      completeAfter = Math.max(completeAfter, forgotten);
    }
  }

  /** Somebody tells that these will be there. */
  void told(Collection<Long> ids, long now) {
    ids.forEach(id -> deadlines.put(id, now + patienceNanos));
  }

  /** One of them has come; false when nobody waited for it. */
  boolean found(long id) {
    passedOver.remove(id);
    return deadlines.remove(id) != null;
  }

  /** Whether it was not there when the ids around it were read. */
  boolean isPassedOver(long id) {
    return passedOver.contains(id);
  }

  /** Whether that id, which is no larger than the last, is known to have been there. */
  boolean isRead(long id) {
    return id > completeAfter && !passedOver.contains(id);
  }

  /** Those still waited for. */
  List<Long> waitedFor(long now) {
    deadlines.values().removeIf(deadline -> deadline - now < 0);
    return new ArrayList<>(deadlines.keySet());
  }

  /** All that may still come, those included that nobody waits for any more. */
  List<Long> all() {
    TreeSet<Long> ids = new TreeSet<>(passedOver);
    ids.addAll(deadlines.keySet());
    return new ArrayList<>(ids);
  }
}
