package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.Keyword;
import org.wenshu.question.Language;

/** Puts the noun that is meant in the place of words that point back. Stateless. */
final class Substitution {
  private static final Item OF = Item.keyword("of", new Keyword("of", ""));

  private Substitution() {}

  /** The words with the noun instead of the word that points back. */
  static List<Item> of(List<Item> words, Back back, Item noun, Language order) {
    List<Item> changed = new ArrayList<>(words);
    if (back.kind() == Back.Kind.PART) {
      changed.remove(back.place());
      putPart(changed, back.place(), noun);
      return changed;
    }
    changed.set(back.place(), noun);
    if (back.kind() == Back.Kind.OWN && order == Language.ENGLISH) {
      return possessed(changed, back.place(), back.place());
    }
    if (isPart(words, back.place())) {
      changed.remove(back.place() - 1);
    } else {
      turnEach(changed, back.place());
    }
    return changed;
  }

  /**
   * In English what a question is about comes first: "the user's orders" are "orders of the user".
   *
   * @param last where the owner ends, with its "'s" if it has one
   */
  private static List<Item> possessed(List<Item> words, int owner, int last) {
    int thing = last + 1;
    while (thing < words.size() && words.get(thing).kind() == Item.Kind.VALUE) {
      thing++;
    }
    if (thing >= words.size() || !words.get(thing).isTable()) {
      return words;
    }
    List<Item> turned = new ArrayList<>(words.subList(0, owner));
    turned.addAll(words.subList(last + 1, thing + 1));
    turned.add(OF);
    turned.add(words.get(owner));
    turned.addAll(words.subList(thing + 1, words.size()));
    return turned;
  }

  /** The words without one that stands before its noun, and without how many there are. */
  static List<Item> without(List<Item> words, Back back, Language order) {
    List<Item> changed = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean counted =
          i > back.place()
              && i < back.noun()
              && (words.get(i).kind() == Item.Kind.NUMBER || words.get(i).hasTag("unit"));
      boolean part = i == back.place() - 1 && isPart(words, back.place());
      if (i != back.place() && !counted && !part) {
        changed.add(words.get(i));
      }
    }
    int noun = changed.indexOf(words.get(back.noun()));
    boolean owns =
        noun + 1 < changed.size()
            && changed.get(noun + 1).text().equals("'s")
            && order == Language.ENGLISH;
    return owns ? possessed(changed, noun, noun + 1) : changed;
  }

  /** "Which of them", "how many of them", "each of them". */
  private static boolean isPart(List<Item> words, int place) {
    if (place < 2 || !words.get(place - 1).hasTag("of")) {
      return false;
    }
    Item before = words.get(place - 2);
    return before.hasTag("which")
        || before.hasTag("howmany")
        || before.hasTag("each")
        || before.hasTag("show")
        || before.kind() == Item.Kind.NUMBER;
  }

  /** 它们各有…… says of each of them. */
  private static void turnEach(List<Item> words, int place) {
    boolean each = place + 1 < words.size() && words.get(place + 1).hasTag("each");
    if (each && !(place + 2 < words.size() && words.get(place + 2).kind() == Item.Kind.ELEMENT)) {
      words.add(place, words.remove(place + 1));
    }
  }

  /** 其中 leaves its noun to where one is missing: behind 哪些, or behind 的 at the end. */
  private static void putPart(List<Item> words, int place, Item noun) {
    for (int i = place; i < words.size(); i++) {
      if (words.get(i).hasTag("which") || words.get(i).hasTag("howmany")) {
        boolean unit = i + 1 < words.size() && words.get(i + 1).hasTag("unit");
        int next = unit ? i + 2 : i + 1;
        if (!isElement(words, next)) {
          if (unit) {
            words.remove(i + 1);
          }
          words.add(i + 1, noun);
          return;
        }
      }
      if (words.get(i).hasTag("of") && isHeadless(words, i + 1)) {
        words.add(i + 1, noun);
        return;
      }
    }
    words.add(place, noun);
  }

  private static boolean isElement(List<Item> words, int place) {
    return place < words.size() && words.get(place).kind() == Item.Kind.ELEMENT;
  }

  private static boolean isHeadless(List<Item> words, int place) {
    if (place >= words.size()) {
      return true;
    }
    Item next = words.get(place);
    return next.hasTag("howmany")
        || next.hasTag("count")
        || next.hasTag("which")
        || next.hasTag("with")
        || next.hasTag("be")
        || next.hasTag("show")
        || next.hasTag("stop");
  }
}
