package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Comparison;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;

/** Conditions of a question and further ones, of which some take the place of others. Stateless. */
final class Conditions {
  private Conditions() {}

  static List<Fact.Condition> merged(
      List<Fact.Condition> before, List<Fact.Condition> further, Cues.Manner manner) {
    List<Fact.Condition> merged = new ArrayList<>();
    for (Fact.Condition old : before) {
      if (further.stream().noneMatch(f -> takesPlace(f, old, manner))) {
        merged.add(old);
      }
    }
    merged.addAll(further);
    return merged;
  }

  private static boolean takesPlace(
      Fact.Condition further, Fact.Condition old, Cues.Manner manner) {
    if (isTime(further) && isTime(old)) {
      return true;
    }
    boolean single = isSingle(further) && isSingle(old);
    return (manner.replaces() || single) && isOfSame(further, old);
  }

  private static boolean isTime(Fact.Condition condition) {
    return !condition.values().isEmpty()
        && (condition.values().get(0).fact() instanceof Fact.Range
            || condition.values().get(0).kind() == Item.Kind.YEAR);
  }

  /** No row has two values of one column. */
  private static boolean isSingle(Fact.Condition condition) {
    return condition.comparison() == Comparison.EQ && !condition.negated();
  }

  private static boolean isOfSame(Fact.Condition one, Fact.Condition other) {
    return columns(one).stream()
        .anyMatch(column -> columns(other).stream().anyMatch(column::names));
  }

  /** The columns it may be about: those named, else those that hold its values. */
  private static List<ElementRef> columns(Fact.Condition condition) {
    Item subject = condition.subject();
    if (subject != null && !subject.isTable()) {
      return subject.elements();
    }
    return condition.values().stream()
        .flatMap(value -> value.values().stream())
        .map(value -> new ElementRef(value.table(), value.column(), 1))
        .toList();
  }
}
