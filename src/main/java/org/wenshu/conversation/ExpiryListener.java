package org.wenshu.conversation;

import java.time.Instant;

/** Hears of conversations that have expired. Must not block for long. */
@FunctionalInterface
public interface ExpiryListener {
  /**
   * It has expired. Told at most once for each id on each node, on every node that runs then,
   * within an interval of sweeps and some seconds; never for one that was ended or had to make
   * room.
   *
   * @param id never to be logged
   */
  void onExpired(String id, Instant expiredAt);
}
