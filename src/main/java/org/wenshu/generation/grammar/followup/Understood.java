package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentReader;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.question.Language;

/**
 * A question with what it referred to put in: the words it began with, and what later ones changed
 * about it, one after the other. Immutable.
 *
 * @param words of the first question
 * @param order whose word order they follow
 * @param shown the earlier rows they refer to
 * @param changes what further questions changed, oldest first
 */
record Understood(List<Item> words, Language order, List<Fact.Shown> shown, List<Change> changes) {
  /** A question as it is said. */
  static Understood plainly(List<Item> words, Language order) {
    return new Understood(words, order, List.of(), List.of());
  }

  Understood with(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Understood(words, order, shown, more);
  }

  Understood reworded(List<Item> other) {
    return new Understood(other, order, shown, changes);
  }

  /** What is asked, all told. */
  Intent intent() {
    Intent intent = IntentReader.read(words, order);
    if (!shown.isEmpty()) {
      intent = intent.change().shown(shown).intent();
    }
    for (Change change : changes) {
      intent = change.of(intent);
    }
    return intent;
  }
}
