package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of slots that items may fill. A slot names what fits, with bars between choices, and
 * may end in {@code ?} (may be missing) or {@code *} (any number). In capitals are kinds (TAB, COL,
 * VAL, LIT, NUM, YEAR, MEASURE, BOUND, COND, RANGE, …), in small letters keyword tags, with the
 * argument after a colon where only that one fits.
 */
final class Pattern {
  private final List<Slot> slots = new ArrayList<>();

  Pattern(String text) {
    for (String part : text.split(" ", -1)) {
      char last = part.charAt(part.length() - 1);
      boolean marked = last == '?' || last == '*';
      String names = marked ? part.substring(0, part.length() - 1) : part;
      slots.add(new Slot(List.of(names.split("\\|", -1)), marked, last == '*'));
    }
  }

  private record Slot(List<String> names, boolean optional, boolean repeated) {
    boolean fits(Item item) {
      for (String name : names) {
        if (Symbols.fits(name, item)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What filled the slots. */
  static final class Match {
    private final List<List<Item>> filled;
    private final int length;

    private Match(List<List<Item>> filled, int length) {
      this.filled = filled;
      this.length = length;
    }

    /** The item in a slot; null when the slot stayed empty. */
    Item get(int slot) {
      List<Item> items = filled.get(slot);
      return items.isEmpty() ? null : items.get(0);
    }

    /** All items in a slot. */
    List<Item> all(int slot) {
      return filled.get(slot);
    }

    int length() {
      return length;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      filled.forEach(items -> items.forEach(item -> text.append(item.text()).append(' ')));
      return text.toString().strip();
    }
  }

  Optional<Match> at(List<Item> items, int start) {
    List<List<Item>> filled = new ArrayList<>();
    int end = fill(items, start, 0, filled);
    return end < 0 ? Optional.empty() : Optional.of(new Match(filled, end - start));
  }

  private int fill(List<Item> items, int place, int slot, List<List<Item>> filled) {
    if (slot == slots.size()) {
      return place;
    }
    Slot wanted = slots.get(slot);
    int most = most(items, place, wanted);
    for (int taken = most; taken >= (wanted.optional() ? 0 : 1); taken--) {
      filled.add(items.subList(place, place + taken));
      int end = fill(items, place + taken, slot + 1, filled);
      if (end >= 0) {
        return end;
      }
      filled.remove(filled.size() - 1);
    }
    return -1;
  }

  private static int most(List<Item> items, int place, Slot wanted) {
    int limit = wanted.repeated() ? items.size() - place : 1;
    int taken = 0;
    while (taken < limit && place + taken < items.size() && wanted.fits(items.get(place + taken))) {
      taken++;
    }
    return taken;
  }
}
