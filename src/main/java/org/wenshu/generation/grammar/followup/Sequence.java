package org.wenshu.generation.grammar.followup;

import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentDraft;
import org.wenshu.generation.grammar.intent.Item;

/** Changes which rows of a question come first, and how many. For one change. */
final class Sequence {
  private final Change change;
  private final Intent further;
  private final Intent before;

  Sequence(Change change, Intent before) {
    this.change = change;
    this.further = change.further();
    this.before = before;
  }

  /** Whether a name after "by" is another thing to sort by: there is nothing to group. */
  static boolean isAnotherKey(Change change, Intent before) {
    boolean sorted = !before.orderings().isEmpty() || !before.superlatives().isEmpty();
    return change.manner().replaces()
        && sorted
        && before.outputs().stream().noneMatch(Item::isMeasure)
        && change.further().calendar().isEmpty()
        && change.further().groupings().size() == 1
        && change.further().groupings().get(0).isColumn();
  }

  void change(IntentDraft draft) {
    if (isAnotherKey(change, before)) {
      sortBy(further.groupings().get(0), null, draft);
    } else if (!further.orderings().isEmpty()) {
      Fact.Ordering first = further.orderings().get(0);
      sortBy(first.subject(), first.descending(), draft);
    }
    if (!further.superlatives().isEmpty()) {
      superlatives(draft);
    }
    if (!further.limits().isEmpty()) {
      limit(draft);
    }
  }

  /** By something else, in the direction said or else in the one before. */
  private void sortBy(Item subject, Boolean descending, IntentDraft draft) {
    if (!before.superlatives().isEmpty()) {
      Fact.Superlative old = before.superlatives().get(0);
      boolean highest = descending == null ? old.highest() : descending;
      draft.superlatives(List.of(new Fact.Superlative(subject, highest, old.rows())));
    } else if (descending == null) {
      boolean same = before.orderings().get(0).descending();
      draft.orderings(List.of(new Fact.Ordering(subject, same)));
    } else {
      draft.orderings(further.orderings());
    }
  }

  /** The other end of the same number of rows, or the first of what was asked for. */
  private void superlatives(IntentDraft draft) {
    Fact.Superlative said = further.superlatives().get(0);
    int rows =
        before.superlatives().isEmpty() || said.rows() > 1
            ? said.rows()
            : before.superlatives().get(0).rows();
    draft.superlatives(List.of(new Fact.Superlative(said.subject(), said.highest(), rows)));
    draft.orderings(List.of());
  }

  /** The first of sums are the highest, unless another order was asked for. */
  private void limit(IntentDraft draft) {
    int rows = further.limits().get(0);
    if (!before.superlatives().isEmpty()) {
      Fact.Superlative old = before.superlatives().get(0);
      draft.superlatives(List.of(new Fact.Superlative(old.subject(), old.highest(), rows)));
      return;
    }
    draft.limits(List.of(rows));
    boolean sums = before.outputs().stream().anyMatch(Item::isMeasure);
    if (sums && before.orderings().isEmpty() && before.calendar().isEmpty()) {
      draft.orderings(List.of(new Fact.Ordering(null, true)));
    }
  }
}
