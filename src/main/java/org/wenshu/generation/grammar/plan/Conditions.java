package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.wenshu.generation.grammar.intent.Comparison;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.ValueRef;
import org.wenshu.schema.Table;

/** Settles what conditions are about and adds them to the statement. For one question. */
final class Conditions {
  private final Draft draft;
  private final Branches branches;
  private final Comparisons comparisons;

  Conditions(Draft draft, Branches branches) {
    this.draft = draft;
    this.branches = branches;
    this.comparisons = new Comparisons(draft.resolver);
  }

  /** Adds a condition that must hold. */
  void add(Fact.Condition condition) {
    if (condition.subject() != null && condition.subject().fact() instanceof Fact.Measure measure) {
      addMeasured(condition, measure);
      return;
    }
    ElementRef column = subject(condition);
    Fact.Condition settled = settled(condition, column);
    Scope place = branches.place(column.table(), settled, column);
    Expression expression = compared(settled, place, column);
    branches.where(place, expression);
  }

  /** Keeps only rows that were shown before. */
  void add(Fact.Shown shown) {
    Scope place = branches.place(shown.key().table());
    branches.where(place, ShownRows.among(place.reference(shown.key()), shown));
  }

  private Expression compared(Fact.Condition condition, Scope place, ElementRef column) {
    Item first = condition.values().isEmpty() ? null : condition.values().get(0);
    if (first != null && first.fact() instanceof Fact.Measure measure) {
      Item operand = measure.operand() == null ? condition.subject() : measure.operand();
      ElementRef measured = measure.operand() == null ? column : draft.resolver.column(operand);
      Select average =
          Measures.single(measure.function(), measured, draft.scopeOf(measured.table()));
      return Expression.form(
          Comparisons.form(condition.comparison()),
          place.column(column),
          new Expression.Nested(average));
    }
    return comparisons.of(place.column(column), column, condition);
  }

  private Fact.Condition settled(Fact.Condition condition, ElementRef column) {
    boolean named =
        condition.subject() != null
            && condition.subject().isTable()
            && condition.comparison() == Comparison.EQ;
    boolean unknown =
        !condition.values().isEmpty()
            && condition.values().get(0).values().stream().noneMatch(column::holds)
            && condition.values().get(0).number() == null
            && condition.values().get(0).fact() == null;
    return named && unknown && Labels.isProductLike(column)
        ? new Fact.Condition(
            condition.subject(), Comparison.CONTAINS, condition.values(), condition.negated())
        : condition;
  }

  private ElementRef subject(Fact.Condition condition) {
    Item subject = condition.subject();
    Item value = condition.values().isEmpty() ? null : condition.values().get(0);
    boolean hint =
        subject != null
            && subject.isTable()
            && subject.owner() == null
            && subject.kind() == Item.Kind.ELEMENT;
    if (hint && value != null && isPartOfName(draft.resolver.table(subject), value)) {
      return Display.name(draft.resolver.table(subject));
    }
    if (value != null && (subject == null || hint) && !value.values().isEmpty()) {
      ValueRef stored = draft.resolver.value(value, hint ? draft.resolver.table(subject) : null);
      return new ElementRef(stored.table(), stored.column(), 1);
    }
    boolean time =
        value != null && (value.kind() == Item.Kind.YEAR || value.fact() instanceof Fact.Range);
    if (time && value.owner() != null) {
      return draft.resolver.column(value.owner());
    }
    if (time && (subject == null || !subject.isColumn() || hint)) {
      Table named = hint ? draft.resolver.table(subject) : draft.root;
      return draft.isRoot(named) ? measuredDate(value) : date(value, named);
    }
    if (subject == null) {
      throw new NotPlanned("不清楚条件针对哪个字段", "It is not said which column is to be so");
    }
    return draft.resolver.column(subject);
  }

  private static boolean isMeasured(Fact.Condition condition) {
    return condition.subject() != null && condition.subject().isMeasure();
  }

  /** "Phone products" are products with that word in their name, though it is a value elsewhere. */
  private static boolean isPartOfName(Table table, Item value) {
    ElementRef name = Display.name(table);
    return Labels.isProductLike(name)
        && value.number() == null
        && value.fact() == null
        && value.values().stream().noneMatch(v -> v.isOf(table));
  }

  /** Adds two conditions of which one must hold. */
  void add(Fact.Either either) {
    ElementRef left = subject(either.left());
    ElementRef right = subject(either.right());
    if (isMeasured(either.left()) || isMeasured(either.right())) {
      throw new NotPlanned("暂不支持这样的“或”条件", "Such an alternative is not supported");
    }
    Scope place = branches.place(left.table());
    if (branches.place(right.table()) != place) {
      throw new NotPlanned("暂不支持这样的“或”条件", "Such an alternative is not supported");
    }
    Expression both =
        Expression.form(
            "({} OR {})",
            compared(either.left(), place, left),
            compared(either.right(), place, right));
    branches.where(place, both);
  }

  /** What is summed up happened in that time; where nothing is, the rows themselves did. */
  private ElementRef measuredDate(Item value) {
    return branches.summarised().stream()
        .map(draft::dateOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> date(value, draft.root));
  }

  private ElementRef date(Item value, Table near) {
    List<Table> tables = new ArrayList<>(List.of(near));
    tables.addAll(branches.absentTables());
    tables.add(draft.root);
    for (Table table : tables) {
      ElementRef year = value.kind() == Item.Kind.YEAR ? Display.year(table) : null;
      ElementRef date = year != null ? year : Display.date(table);
      if (date != null) {
        return date;
      }
    }
    for (JoinGraph.Step step : draft.graph.from(draft.root)) {
      ElementRef date =
          value.kind() == Item.Kind.YEAR ? Display.year(step.to()) : Display.date(step.to());
      if (date != null && (step.single() || draft.resolver.isMentioned(step.to()))) {
        return date;
      }
    }
    throw new NotPlanned("没有可用的日期字段", "There is no date to compare with");
  }

  private void addMeasured(Fact.Condition condition, Fact.Measure measure) {
    Table table = branches.measuredTable(measure);
    boolean own = draft.scope.reaches(table);
    Fact.Condition plain =
        new Fact.Condition(null, condition.comparison(), condition.values(), condition.negated());
    boolean zeroCounts =
        measure.function() == Fact.Function.COUNT
            && condition.comparison() != Comparison.GT
            && condition.comparison() != Comparison.GE;
    Expression value = branches.measure(measure, zeroCounts);
    Expression expression = comparisons.of(value, Labels.numeric(table), plain);
    if (own) {
      draft.groupByOutputs();
      draft.having.add(expression);
    } else {
      draft.where.add(expression);
    }
  }
}
