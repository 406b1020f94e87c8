package org.wenshu.generation.grammar.followup;

import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentDraft;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.plan.NotPlanned;

/** Changes what a question shows and what for each. For one change. */
final class Shape {
  private final Change change;
  private final Intent further;
  private final Intent before;

  Shape(Change change, Intent before) {
    this.change = change;
    this.further = change.further();
    this.before = before;
  }

  void change(IntentDraft draft) {
    if (change.counts()) {
      count(draft);
    } else if (further.outputs().stream().anyMatch(Item::isMeasure)) {
      measure(draft);
    } else if (!further.outputs().isEmpty()) {
      columns(draft);
    }
    if (!further.groupings().isEmpty() || !further.calendar().isEmpty()) {
      group(draft);
    }
  }

  private boolean measures() {
    return before.outputs().stream().anyMatch(Item::isMeasure);
  }

  private Item counted() {
    Item table = change.subject();
    return Item.fact(table.text(), new Fact.Measure(Fact.Function.COUNT, table, false));
  }

  private void count(IntentDraft draft) {
    if (measures()) {
      throw new NotPlanned("不清楚要数的是什么", "It is not clear what is to be counted");
    }
    draft.outputs(List.of(counted())).orderings(List.of()).unasked();
  }

  /** Another measure of the same, or one of the rows that were listed. */
  private void measure(IntentDraft draft) {
    if (!measures()) {
      draft.outputs(further.outputs()).orderings(List.of()).unasked();
      return;
    }
    List<Item> others = before.outputs().stream().filter(o -> !o.isMeasure()).toList();
    draft.outputs(Change.joined(others, further.outputs()));
    draft.orderings(before.orderings().stream().map(Shape::byMeasure).toList());
  }

  private static Fact.Ordering byMeasure(Fact.Ordering ordering) {
    boolean measured = ordering.subject() != null && ordering.subject().isMeasure();
    return measured ? new Fact.Ordering(null, ordering.descending()) : ordering;
  }

  private void columns(IntentDraft draft) {
    if (measures()) {
      throw new NotPlanned("汇总的结果不能再显示各条的字段", "Sums have no columns of single rows to show");
    }
    boolean more = change.manner() == Cues.Manner.FURTHER;
    draft.outputs(more ? Change.joined(before.outputs(), further.outputs()) : further.outputs());
    draft.unasked();
  }

  private void group(IntentDraft draft) {
    if (Sequence.isAnotherKey(change, before)) {
      return;
    }
    if (!measures() && further.outputs().isEmpty()) {
      draft.outputs(List.of(counted())).orderings(List.of()).unasked();
    }
    boolean more = change.manner() == Cues.Manner.FURTHER;
    draft.groupings(
        more ? Change.joined(before.groupings(), further.groupings()) : further.groupings());
    draft.calendar(
        more ? Change.joined(before.calendar(), further.calendar()) : further.calendar());
  }
}
