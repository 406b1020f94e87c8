package org.wenshu.feed.source;

import java.util.ArrayDeque;
import java.util.Optional;
import org.wenshu.feed.source.TablePosition.LogPlace;

/**
 * How far the log of changes has been dealt with. It tells of rows before they can be read, so that
 * a place is kept only when what was told before it has had its time to be seen. Not thread-safe.
 */
final class LogPlaces {
  private static final long TOGETHER_NANOS = 100_000_000L;

  private final long unsettledNanos;
  private final ArrayDeque<Reached> waiting = new ArrayDeque<>();
  private Optional<LogPlace> settled = Optional.empty();
  private Optional<LogPlace> last = Optional.empty();

  /** Nothing known; a place settles after that time. */
  LogPlaces(long unsettledNanos) {
    this.unsettledNanos = unsettledNanos;
  }

  private record Reached(LogPlace place, long since, long nanos) {}

  /** Begins where it was before; empty when that is not known. */
  void begin(Optional<LogPlace> place) {
    waiting.clear();
    settled = place;
    last = place;
  }

  /** All before this place has been told. Places that follow each other closely settle together. */
  void reached(LogPlace place, long now) {
    last = Optional.of(place);
    Reached before = waiting.peekLast();
    long since = now;
    if (before != null && now - before.since() < TOGETHER_NANOS) {
      waiting.pollLast();
      since = before.since();
    }
    waiting.addLast(new Reached(place, since, now));
  }

  /** Where to go on without a restart. */
  Optional<LogPlace> last() {
    return last;
  }

  /** Where to go on after one. */
  Optional<LogPlace> settled(long now) {
    while (!waiting.isEmpty() && now - waiting.peekFirst().nanos() > unsettledNanos) {
      settled = Optional.of(waiting.pollFirst().place());
    }
    return settled;
  }
}
