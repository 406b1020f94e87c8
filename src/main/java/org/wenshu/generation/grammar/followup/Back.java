package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wenshu.generation.grammar.intent.Item;

/**
 * A word that points back at an earlier answer.
 *
 * @param place where it stands
 * @param kind which sort of word it is
 * @param noun where the noun stands that tells what it points at; -1 when none does
 */
record Back(int place, Kind kind, int noun) {
  private static final Set<String> QUESTIONS = Set.of("which", "howmany", "numberof", "show");
  private static final Set<String> BETWEEN = Set.of("filler", "each", "of", "be", "in");

  /** Sorts of words that point back. */
  enum Kind {
    /** "These …", 该……; alone it stands for the rows. */
    THIS,
    /** Stands for the rows. */
    THEY,
    /** Stands for the rows and their having something. */
    OWN,
    /** 其中: some of the rows. */
    PART
  }

  boolean hasNoun() {
    return noun >= 0;
  }

  /** The words that point out of the question; what it names itself they point at instead. */
  static List<Back> in(List<Item> words) {
    List<Back> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Kind kind = kind(words, i);
      if (kind != null) {
        Back back = new Back(i, kind, kind == Kind.THIS ? noun(words, i) : -1);
        if (back.pointsOut(words)) {
          found.add(back);
        }
      }
    }
    return found;
  }

  private static Kind kind(List<Item> words, int place) {
    Item word = words.get(place);
    if (isOthers(words, place) || (place > 0 && isOthers(words, place - 1))) {
      return null;
    }
    if (isThat(words, place)) {
      return Kind.THIS;
    }
    if (!word.hasTag("back") || word.keyword().argument().equals("ONES")) {
      return null;
    }
    return Kind.valueOf(word.keyword().argument());
  }

  /** 其他 means what was not spoken of. */
  private static boolean isOthers(List<Item> words, int place) {
    return words.get(place).text().equals("其")
        && place + 1 < words.size()
        && words.get(place + 1).text().startsWith("他");
  }

  /** "That" points back before a noun, unless it goes on from one: "users that orders are from". */
  private static boolean isThat(List<Item> words, int place) {
    boolean before = place > 0 && words.get(place - 1).kind() == Item.Kind.ELEMENT;
    return words.get(place).text().equalsIgnoreCase("that")
        && !before
        && place + 1 < words.size()
        && words.get(place + 1).isTable();
  }

  /** The noun after a number or a description: "these 5 active users". */
  private static int noun(List<Item> words, int place) {
    for (int i = place + 1; i < words.size(); i++) {
      Item word = words.get(i);
      if (word.isTable()) {
        return i;
      }
      boolean between =
          word.hasTag("unit")
              || word.hasTag("filler")
              || word.hasTag("back")
              || word.kind() == Item.Kind.NUMBER
              || word.kind() == Item.Kind.VALUE;
      if (!between) {
        return -1;
      }
    }
    return -1;
  }

  private boolean pointsOut(List<Item> words) {
    if (hasNoun()) {
      Item named = words.get(noun);
      return words.subList(0, place).stream()
          .noneMatch(w -> w.isTable() && w.table().names(named.table()));
    }
    if (kind == Kind.THIS && (isWeak(words.get(place)) || isBeforeColumn(words))) {
      return false;
    }
    for (int i = 0; i < place; i++) {
      if (isNamed(words.get(i)) && isMeant(words, i)) {
        return false;
      }
    }
    return true;
  }

  /** Alone these say little: 这, 那, 该. */
  private static boolean isWeak(Item word) {
    return Set.of("这", "那", "那么", "该").contains(word.text());
  }

  private boolean isBeforeColumn(List<Item> words) {
    return place + 1 < words.size() && words.get(place + 1).kind() == Item.Kind.ELEMENT;
  }

  private static boolean isNamed(Item word) {
    return switch (word.kind()) {
      case ELEMENT, VALUE, LITERAL -> true;
      default -> false;
    };
  }

  /** Whether what the question names there is what it points at. */
  private boolean isMeant(List<Item> words, int named) {
    Item thing = words.get(named);
    if (kind == Kind.OWN || tagBefore(words, named).equals("each")) {
      return true;
    }
    boolean rows = thing.kind() != Item.Kind.ELEMENT || thing.isTable();
    return rows && !isAskedFor(words, named);
  }

  /**
   * What is asked for is not what "it" is: "which category does it belong to". Only English puts it
   * first.
   */
  private boolean isAskedFor(List<Item> words, int named) {
    boolean english = words.get(place).text().charAt(0) < 128;
    return english
        && QUESTIONS.contains(tagBefore(words, named))
        && words.subList(named + 1, place).stream().allMatch(w -> BETWEEN.contains(tag(w)));
  }

  /** The family of the word before, those that say nothing left out. */
  private static String tagBefore(List<Item> words, int place) {
    int before = place - 1;
    while (before >= 0
        && (words.get(before).hasTag("filler") || words.get(before).hasTag("unit"))) {
      before--;
    }
    return before < 0 ? "" : tag(words.get(before));
  }

  private static String tag(Item word) {
    return word.keyword() == null ? "" : word.keyword().tag();
  }
}
