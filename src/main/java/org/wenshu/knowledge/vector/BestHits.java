package org.wenshu.knowledge.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Keeps the best of many hits. For one thread. */
final class BestHits {
  private static final Comparator<Hit> WORST_FIRST =
      Comparator.comparingDouble(Hit::score).thenComparing(Hit::number, Comparator.reverseOrder());

  private final int most;
  private final PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);
  private final Set<Long> kept = new HashSet<>();

  BestHits(int most) {
    this.most = most;
  }

  /** Offers a hit; one that is there already changes nothing. */
  void offer(long number, float score) {
    if (best.size() == most && score <= best.peek().score()) {
      return;
    }
    if (!kept.add(number)) {
      return;
    }
    best.add(new Hit(number, score));
    if (best.size() > most) {
      kept.remove(best.poll().number());
    }
  }

  /** The kept hits, best first. */
  List<Hit> toList() {
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(WORST_FIRST.reversed());
    return hits;
  }
}
