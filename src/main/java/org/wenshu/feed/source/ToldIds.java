package org.wenshu.feed.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids that the log of changes has told of. It tells them before they can be read: the server writes
 * its log first and shows the rows afterwards, mostly a moment later, under load much later. So
 * each is looked for until it is there or its time is over, ever less often. Not thread-safe.
 */
final class ToldIds {
  /** Before the first look, and after each that the log tells anew. */
  static final Duration SHORTEST = Duration.ofMillis(5);

  /** Between two looks at most. */
  static final Duration LONGEST = Duration.ofMillis(50);

  private static final int MOST = 10_000;

  private final long patienceNanos;
  private final Map<Long, Long> deadlines = new LinkedHashMap<>();
  private Duration pause = SHORTEST;

  /** None yet; each will be looked for that long. */
  ToldIds(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  /** The log has told of these; of very many the first are forgotten. */
  void add(Collection<Long> ids, long now) {
    for (Long id : ids) {
      deadlines.remove(id);
      deadlines.put(id, now + patienceNanos);
    }
    Iterator<Long> oldest = deadlines.keySet().iterator();
    while (deadlines.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
    pause = SHORTEST;
  }

  /** The row was there. */
  void delivered(long id) {
    deadlines.remove(id);
  }

  /** Those still looked for. */
  List<Long> waitedFor(long now) {
    deadlines.values().removeIf(deadline -> deadline - now < 0);
    return new ArrayList<>(deadlines.keySet());
  }

  /** How long to wait before the next look; longer each time; empty when none is looked for. */
  Optional<Duration> pause(long now) {
    if (waitedFor(now).isEmpty()) {
      return Optional.empty();
    }
    Duration before = pause;
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    return Optional.of(before);
  }
}
