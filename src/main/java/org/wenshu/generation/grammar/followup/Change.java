package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentDraft;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.plan.NotPlanned;

/**
 * What a few further words change about a question.
 *
 * @param further the words, read by themselves
 * @param counts whether they ask how many there are
 * @param manner how they go on from the question
 * @param subject the table the question was about
 * @param rows what was answered, where the words are about those rows and no others
 */
record Change(
    Intent further, boolean counts, Cues.Manner manner, Item subject, Optional<Fact.Shown> rows) {

  /** The question, changed. */
  Intent of(Intent question) {
    if (!further.eithers().isEmpty()) {
      throw new NotPlanned("暂不支持这样的“或”条件", "Such an alternative is not supported");
    }
    Intent before = rows.map(r -> among(question, r)).orElse(question);
    IntentDraft draft = before.change();
    draft.conditions(Conditions.merged(before.conditions(), further.conditions(), manner));
    draft.absences(joined(before.absences(), further.absences()));
    draft.mentions(mentions(before));
    new Shape(this, before).change(draft);
    new Sequence(this, before).change(draft);
    return draft.intent();
  }

  /** Whether what comes first or how many is asked for: the answer was not all there is. */
  static boolean isCut(Intent question) {
    return !question.superlatives().isEmpty() || !question.limits().isEmpty();
  }

  /** The same, of these rows and no others. */
  Change among(Fact.Shown shown) {
    return new Change(further, counts, manner, subject, Optional.of(shown));
  }

  /** Whether the words are about the rows of a cut answer, rather than about where to cut. */
  boolean isAboutRowsOf(Intent question) {
    if (!isCut(question) || Sequence.isAnotherKey(this, question)) {
      return false;
    }
    boolean narrows =
        !further.conditions().isEmpty()
            || !further.absences().isEmpty()
            || !further.mentions().isEmpty()
            || !further.superlatives().isEmpty();
    boolean sorts = !further.orderings().isEmpty() && manner != Cues.Manner.INSTEAD;
    return counts
        || sorts
        || (narrows && !manner.replaces())
        || further.outputs().stream().anyMatch(Item::isMeasure)
        || !further.groupings().isEmpty()
        || !further.calendar().isEmpty();
  }

  private static Intent among(Intent question, Fact.Shown rows) {
    return question
        .change()
        .superlatives(List.of())
        .limits(List.of())
        .orderings(List.of())
        .shown(joined(question.shown(), List.of(rows)))
        .intent();
  }

  /** In Chinese the last table is what a question is about, in English the first. */
  private List<Item> mentions(Intent before) {
    List<Item> others =
        further.mentions().stream().filter(m -> !m.table().names(subject.table())).toList();
    if (others.isEmpty()) {
      return before.mentions();
    }
    List<Item> own = before.mentions().isEmpty() ? List.of(subject) : before.mentions();
    return before.language() == org.wenshu.question.Language.CHINESE
        ? joined(others, own)
        : joined(own, others);
  }

  static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
