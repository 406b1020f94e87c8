package org.wenshu.protocol.ws.feed;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.feed.Update;

/**
 * The updates that wait on one connection, in order (contract, section 9.3). While few wait, every
 * one is kept; beyond that the latest of a state takes the place of the one before, and the oldest
 * trades are dropped. Bounded by its limits and the number of topics. Thread-safe.
 */
final class Outbox {
  private final int maxWaiting;
  private final int maxEvents;
  private final Runnable whenFilled;
  private final Set<Entry> waiting = new LinkedHashSet<>();
  private final ArrayDeque<Entry> events = new ArrayDeque<>();
  private final Map<Binding, Entry> latest = new HashMap<>();
  private final Map<Binding, Gap> gaps = new HashMap<>();
  private boolean draining;
  private boolean closed;
  private long conflated;
  private long dropped;

  /**
   * An empty outbox.
   *
   * @param whenFilled runs when something waits and nobody drains it
   */
  Outbox(int maxWaiting, int maxEvents, Runnable whenFilled) {
    this.maxWaiting = maxWaiting;
    this.maxEvents = maxEvents;
    this.whenFilled = whenFilled;
  }

  /** An update on its way. */
  static final class Entry {
    private final Binding binding;
    private final boolean snapshot;
    private final boolean again;
    private Update update;
    private int merged;

    Entry(Binding binding, Update update, int merged, Kind kind) {
      this.binding = binding;
      this.update = update;
      this.merged = merged;
      this.snapshot = kind == Kind.SNAPSHOT;
      this.again = kind == Kind.AGAIN;
    }

    Binding binding() {
      return binding;
    }

    Update update() {
      return update;
    }

    DataFrames.Remarks remarks() {
      return snapshot || again || merged > 0
          ? new DataFrames.Remarks(snapshot, merged, again, Optional.empty())
          : DataFrames.Remarks.NONE;
    }
  }

  /** Numbers of trades that were dropped. */
  record Gap(long from, long to) {}

  /** Why something is sent. */
  private enum Kind {
    NEWS,
    SNAPSHOT,
    AGAIN
  }

  void offer(Binding binding, Update update, int merged, boolean snapshot) {
    offer(new Entry(binding, update, merged, snapshot ? Kind.SNAPSHOT : Kind.NEWS));
  }

  /** Sends once more what was not acknowledged, unless something newer waits. */
  void offerAgain(Binding binding, Update update) {
    synchronized (this) {
      if (latest.containsKey(binding)) {
        return;
      }
    }
    offer(new Entry(binding, update, 0, Kind.AGAIN));
  }

  private void offer(Entry entry) {
    synchronized (this) {
      if (closed) {
        return;
      }
      put(entry);
      if (draining) {
        return;
      }
      draining = true;
    }
    whenFilled.run();
  }

  private void put(Entry entry) {
    boolean event = entry.update.topic().channel().isEvent();
    Entry before = event || waiting.size() < maxWaiting ? null : latest.get(entry.binding);
    if (before != null) {
      before.update = entry.update;
      before.merged += entry.merged + 1;
      conflated++;
      return;
    }
    waiting.add(entry);
    if (event) {
      events.add(entry);
      dropBeyond();
    } else {
      latest.put(entry.binding, entry);
    }
  }

  private void dropBeyond() {
    if (events.size() > maxEvents) {
      Entry oldest = events.poll();
      waiting.remove(oldest);
      dropped++;
      long seq = oldest.update.seq();
      gaps.merge(oldest.binding, new Gap(seq, seq), (a, b) -> new Gap(a.from(), b.to()));
    }
  }

  /** The next to be sent; empty ends the draining, and the next offer begins one anew. */
  synchronized Optional<Entry> poll() {
    Iterator<Entry> first = waiting.iterator();
    if (closed || !first.hasNext()) {
      draining = false;
      return Optional.empty();
    }
    Entry entry = first.next();
    first.remove();
    if (entry.update.topic().channel().isEvent()) {
      events.poll();
    } else {
      latest.remove(entry.binding, entry);
    }
    return Optional.of(entry);
  }

  /** What was dropped of that binding since it was last asked. */
  synchronized Optional<Gap> gap(Binding binding) {
    return gaps.isEmpty() ? Optional.empty() : Optional.ofNullable(gaps.remove(binding));
  }

  /** Drops what waits, and all that comes. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    events.clear();
    latest.clear();
    gaps.clear();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized long conflated() {
    return conflated;
  }

  synchronized long dropped() {
    return dropped;
  }
}
