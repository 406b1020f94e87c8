package org.wenshu.generation.grammar.followup;

import java.util.List;
import java.util.Optional;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentReader;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.question.Language;

/**
 * The words of a question read by themselves, as far as they can be.
 *
 * @param words without what only begins or ends them
 * @param intent what they say
 * @param counts whether they ask how many, but not of what
 */
record Fragment(List<Item> words, Intent intent, boolean counts) {
  static Fragment of(List<Item> words, Language order) {
    List<Item> plain = withoutOne(words);
    Intent intent = IntentReader.read(plain, order);
    if (intent.unexplained().isEmpty()) {
      return new Fragment(plain, intent, false);
    }
    List<Item> uncounted = plain.stream().filter(w -> !isCount(w)).toList();
    Intent rest = IntentReader.read(uncounted, order);
    boolean counts = uncounted.size() < plain.size() && rest.unexplained().isEmpty();
    return counts
        ? new Fragment(uncounted, rest, rest.outputs().isEmpty() && rest.orderings().isEmpty())
        : new Fragment(plain, intent, false);
  }

  /** "The cheapest one" is no number. */
  private static List<Item> withoutOne(List<Item> words) {
    int last = words.size() - 1;
    boolean one = last > 0 && words.get(last).text().equalsIgnoreCase("one");
    return one ? words.subList(0, last) : words;
  }

  private static boolean isCount(Item word) {
    return word.hasTag("howmany") || word.hasTag("count") || word.hasTag("numberof");
  }

  boolean isUnderstood() {
    return intent.unexplained().isEmpty();
  }

  /** Whether nothing is said of what is to be shown. */
  boolean isModifier() {
    return intent.outputs().isEmpty()
        && intent.wholes().isEmpty()
        && intent.analyses().isEmpty()
        && namesNoTable()
        && (counts
            || !intent.conditions().isEmpty()
            || !intent.orderings().isEmpty()
            || !intent.limits().isEmpty()
            || !intent.superlatives().isEmpty()
            || !intent.groupings().isEmpty()
            || !intent.calendar().isEmpty());
  }

  /** Whether no table is named; one to group by does not count. */
  boolean namesNoTable() {
    return intent.mentions().isEmpty()
        && intent.absences().isEmpty()
        && intent.outputs().stream().noneMatch(Fragment::namesTable)
        && intent.conditions().stream().noneMatch(c -> namesTable(c.subject()))
        && intent.superlatives().stream().noneMatch(s -> namesTable(s.subject()))
        && intent.orderings().stream().noneMatch(o -> namesTable(o.subject()));
  }

  private static boolean namesTable(Item item) {
    if (item == null) {
      return false;
    }
    return item.fact() instanceof Fact.Measure measure
        ? namesTable(measure.operand())
        : item.owner() != null || (item.isTable() && !item.isColumn());
  }

  /** The one word there is beside those that say nothing. */
  Optional<Item> alone() {
    List<Item> telling =
        words.stream().filter(w -> w.keyword() == null || w.kind() == Item.Kind.ELEMENT).toList();
    boolean only =
        words.stream()
            .allMatch(
                w ->
                    telling.contains(w)
                        || w.hasTag("filler")
                        || w.hasTag("back")
                        || w.hasTag("of")
                        || w.hasTag("stop"));
    return only && telling.size() == 1 ? Optional.of(telling.get(0)) : Optional.empty();
  }
}
