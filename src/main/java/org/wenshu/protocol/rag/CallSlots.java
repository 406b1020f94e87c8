package org.wenshu.protocol.rag;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.protocol.rag.method.RagCall;

/**
 * The requests of one connection that are worked on or wait, first come first served (section 1.6).
 * Requests behind one that goes alone wait for its answer. Thread-safe.
 */
final class CallSlots {
  private final int parallel;
  private final int maxQueued;
  private final ArrayDeque<RagCall> waiting = new ArrayDeque<>();
  private final Set<RagCall> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean alone;
  private boolean closed;

  CallSlots(int parallel, int maxQueued) {
    this.parallel = parallel;
    this.maxQueued = maxQueued;
  }

  /** How many have no answer yet. */
  synchronized int outstanding() {
    return running.size() + waiting.size();
  }

  /** Takes one more; the calls to start now, or empty when there is no room for it. */
  synchronized Optional<List<RagCall>> offer(RagCall call) {
    if (closed || outstanding() >= parallel + maxQueued) {
      return Optional.empty();
    }
    waiting.add(call);
    return Optional.of(next());
  }

  /** A call has its answer; the calls to start now. */
  synchronized List<RagCall> ended(RagCall call) {
    if (running.remove(call)) {
      alone &= !call.method().goesAlone();
    } else {
      waiting.removeIf(one -> one == call);
    }
    return next();
  }

  /** Takes no more; the calls that have no answer. */
  synchronized List<RagCall> close() {
    closed = true;
    List<RagCall> left = new ArrayList<>(running);
    left.addAll(waiting);
    running.clear();
    waiting.clear();
    return left;
  }

  private List<RagCall> next() {
    List<RagCall> startable = new ArrayList<>();
    while (!alone && running.size() < parallel && !waiting.isEmpty()) {
      RagCall call = waiting.poll();
      running.add(call);
      alone = call.method().goesAlone();
      startable.add(call);
    }
    return startable;
  }
}
