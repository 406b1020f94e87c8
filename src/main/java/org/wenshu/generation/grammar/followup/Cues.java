package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.generation.grammar.intent.Item;

/**
 * How a question begins and ends, as far as that tells whether it goes on from an earlier one.
 *
 * @param words the question without those beginnings and endings
 * @param manner what they were
 */
record Cues(List<Item> words, Manner manner) {
  private static final Set<String> SWAPS = Set.of("改成", "改为");
  private static final Set<String> THEN = Set.of("那", "那么");

  /** In which way a question goes on from an earlier one, if it does. */
  enum Manner {
    /** Nothing tells. */
    UNMARKED,
    /** "And …?", 那……呢: a fragment that takes the place of its like, unless it is a question. */
    AND,
    /** "What about …", 改成……: takes the place of its like for certain. */
    INSTEAD,
    /** "Only …", 只要……: less of the same. */
    ONLY,
    /** 再……: the same, done further things to. */
    FURTHER;

    boolean replaces() {
      return this == AND || this == INSTEAD;
    }
  }

  static Cues of(List<Item> words) {
    List<Item> rest = new ArrayList<>(words);
    Manner ending = ending(rest);
    Manner manner = beginning(rest);
    return new Cues(List.copyOf(rest), manner == Manner.UNMARKED ? ending : manner);
  }

  private static Manner beginning(List<Item> rest) {
    Manner manner = Manner.UNMARKED;
    while (!rest.isEmpty()) {
      Manner said = said(rest);
      if (said == Manner.UNMARKED && !rest.get(0).hasTag("filler")) {
        return manner;
      }
      if (said != Manner.UNMARKED && manner != Manner.INSTEAD) {
        manner = said;
      }
      rest.remove(0);
    }
    return manner;
  }

  private static Manner said(List<Item> rest) {
    Item first = rest.get(0);
    if (first.hasTag("shift") || (first.hasTag("change") && SWAPS.contains(first.text()))) {
      return Manner.INSTEAD;
    }
    boolean then = THEN.contains(first.text()) && !(rest.size() > 1 && isThing(rest.get(1)));
    if (first.hasTag("and") || first.hasTag("comma") || then) {
      return Manner.AND;
    }
    if (first.hasTag("only")) {
      return Manner.ONLY;
    }
    return first.hasTag("again") ? Manner.FURTHER : Manner.UNMARKED;
  }

  /** What 那 points at rather than starts a sentence before. */
  private static boolean isThing(Item next) {
    return next.hasTag("unit") || next.kind() == Item.Kind.NUMBER;
  }

  private static Manner ending(List<Item> rest) {
    while (!rest.isEmpty()) {
      Item last = rest.get(rest.size() - 1);
      if (last.hasTag("swap") || last.text().equals("呢")) {
        rest.remove(rest.size() - 1);
        return last.hasTag("swap") ? Manner.INSTEAD : Manner.AND;
      }
      if (!last.hasTag("stop") && !last.text().toLowerCase(Locale.ROOT).equals("please")) {
        return Manner.UNMARKED;
      }
      rest.remove(rest.size() - 1);
    }
    return Manner.UNMARKED;
  }

  /** Whether it asks a question of its own rather than naming a part of one. */
  boolean asks() {
    return words.stream()
        .anyMatch(
            w ->
                w.hasTag("which")
                    || w.hasTag("howmany")
                    || (w.hasTag("show") && !w.text().startsWith("看")));
  }
}
