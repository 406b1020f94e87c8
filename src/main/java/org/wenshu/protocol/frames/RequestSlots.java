package org.wenshu.protocol.frames;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requests of one connection that are worked on or wait, first come first served. Requests
 * behind one that goes alone wait for its answer. Thread-safe.
 *
 * @param <T> a request; told apart by identity
 */
public final class RequestSlots<T> {
  private final int parallel;
  private final int maxQueued;
  private final Predicate<T> goesAlone;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final Set<T> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean alone;
  private boolean closed;

  /** So many worked on at once, so many more waiting. */
  public RequestSlots(int parallel, int maxQueued) {
    this(parallel, maxQueued, request -> false);
  }

  /** The same, where some requests go alone. */
  public RequestSlots(int parallel, int maxQueued, Predicate<T> goesAlone) {
    this.goesAlone = goesAlone;
    this.parallel = parallel;
    this.maxQueued = maxQueued;
  }

  /** How many have no answer yet. */
  public synchronized int outstanding() {
    return running.size() + waiting.size();
  }

  /** Takes one more; the calls to start now, or empty when there is no room for it. */
  public synchronized Optional<List<T>> offer(T call) {
    if (closed || outstanding() >= parallel + maxQueued) {
      return Optional.empty();
    }
    waiting.add(call);
    return Optional.of(next());
  }

  /** A call has its answer; the calls to start now. */
  public synchronized List<T> ended(T call) {
    if (running.remove(call)) {
      alone &= !goesAlone.test(call);
    } else {
      waiting.removeIf(one -> one == call);
    }
    return next();
  }

  /** Takes no more; the calls that have no answer. */
  public synchronized List<T> close() {
    closed = true;
    List<T> left = new ArrayList<>(running);
    left.addAll(waiting);
    running.clear();
    waiting.clear();
    return left;
  }

  private List<T> next() {
    List<T> startable = new ArrayList<>();
    while (!alone && running.size() < parallel && !waiting.isEmpty()) {
      T call = waiting.poll();
      running.add(call);
      alone = goesAlone.test(call);
      startable.add(call);
    }
    return startable;
  }
}
