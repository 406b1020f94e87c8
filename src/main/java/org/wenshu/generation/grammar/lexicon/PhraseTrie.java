package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which phrases start at a place. Built once, then only read; thread-safe after that. */
final class PhraseTrie<T> {
  private static final int MOST_PATHS = 200;
  private final Map<String, PhraseTrie<T>> next = new HashMap<>();
  private final List<T> ends = new ArrayList<>(1);

  /** A step over a lattice: how far it goes, by which key, and how sure it is. */
  record Edge(String key, int length, double certainty) {}

  /** What ended after how many tokens. */
  record Hit<T>(T target, int length, double certainty) {}

  /** What leads on from a place. */
  interface Lattice {
    /** How many places there are. */
    int size();

    /** The edges that start at a place. */
    List<Edge> from(int place);
  }

  /** Adds every way through the lattice as a phrase for the target, up to a bound. */
  void add(Lattice lattice, T target) {
    add(lattice, 0, target, new int[] {MOST_PATHS});
  }

  private void add(Lattice lattice, int place, T target, int[] left) {
    if (place == lattice.size()) {
      if (left[0]-- > 0 && !ends.contains(target)) {
        ends.add(target);
      }
      return;
    }
    for (Edge edge : lattice.from(place)) {
      if (left[0] > 0) {
        next.computeIfAbsent(edge.key(), k -> new PhraseTrie<>())
            .add(lattice, place + edge.length(), target, left);
      }
    }
  }

  /** Every phrase that starts at the place. */
  List<Hit<T>> at(Lattice lattice, int start) {
    List<Hit<T>> hits = new ArrayList<>();
    walk(lattice, start, start, 1.0, hits);
    return hits;
  }

  private void walk(Lattice lattice, int start, int place, double certainty, List<Hit<T>> hits) {
    for (T target : ends) {
      hits.add(new Hit<>(target, place - start, certainty));
    }
    if (place >= lattice.size() || next.isEmpty()) {
      return;
    }
    for (Edge edge : lattice.from(place)) {
      PhraseTrie<T> node = next.get(edge.key());
      if (node != null) {
        node.walk(lattice, start, place + edge.length(), certainty * edge.certainty(), hits);
      }
    }
  }
}
