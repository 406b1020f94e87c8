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
    private Update update;
    private int merged;

    Entry(Binding binding, Update update, int merged, boolean snapshot) {
      this.binding = binding;
      this.update = update;
      this.merged = merged;
      this.snapshot = snapshot;
    }

    Binding binding() {
      return binding;
    }

    Update update() {
      return update;
    }

    DataFrames.Remarks remarks() {
      return snapshot || merged > 0
          ? new DataFrames.Remarks(snapshot, merged)
          : DataFrames.Remarks.NONE;
    }
  }

  /** Numbers of trades that were dropped. */
  record Gap(long from, long to) {}

  void offer(Binding binding, Update update, int merged, boolean snapshot) {
    synchronized (this) {
      if (closed) {
        return;
      }
      put(binding, update, merged, snapshot);
      if (draining) {
        return;
      }
      draining = true;
    }
    whenFilled.run();
  }

  private void put(Binding binding, Update update, int merged, boolean snapshot) {
    boolean event = update.topic().channel().isEvent();
    Entry before = event || waiting.size() < maxWaiting ? null : latest.get(binding);
    if (before != null) {
      before.update = update;
      before.merged += merged + 1;
      conflated++;
      return;
    }
    Entry entry = new Entry(binding, update, merged, snapshot);
    waiting.add(entry);
    if (event) {
      events.add(entry);
      dropBeyond();
    } else {
      latest.put(binding, entry);
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
