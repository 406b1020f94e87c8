package org.wenshu.generation.grammar.plan;

import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/** Makes one statement of an intent. For one question. */
public final class Planner {
  private static final double SAID = 0.95;
  private final Intent intent;
  private final Draft draft;
  private final Branches branches;
  private final Table subject;
  private boolean plainAggregate;
  private boolean keepsEmpty = true;
  private Integer limit;

  /**
   * A planner for the intent on the schema.
   *
   * @throws NotPlanned when it is not clear what the intent is about
   */
  public Planner(Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    this.intent = intent;
    Resolver resolver = new Resolver(context, lexicon, graph, intent);
    RootChoice.Choice choice = new RootChoice(intent, resolver, graph).choose();
    resolver.rootAt(choice.grain());
    this.subject = choice.subject();
    this.draft = new Draft(graph, resolver, choice.grain());
    this.branches = new Branches(draft, intent);
  }

  /** The table whose rows the result is about. */
  public Table subject() {
    return subject;
  }

  /**
   * The statement.
   *
   * @throws NotPlanned when there is none, with the reason
   */
  public Select plan() {
    addGroups();
    addOutputs();
    groupMixed();
    prepareMeasures();
    Conditions conditions = new Conditions(draft, branches);
    intent.conditions().forEach(conditions::add);
    intent.eithers().forEach(conditions::add);
    intent.shown().forEach(conditions::add);
    addMentions();
    addSuperlatives();
    addOrder();
    branches.close(keepsEmpty);
    Select select = draft.select(isDistinct(), limit());
    return isRanked() ? Ranking.best(select, intent.superlatives().get(0).rows()) : select;
  }

  /** The first rows for each of something, rather than of all. */
  private boolean isRanked() {
    return !intent.groupings().isEmpty() && !hasMeasures() && intent.superlatives().size() == 1;
  }

  private void addRank(Fact.Superlative superlative) {
    Item group = intent.groupings().get(0);
    ElementRef key =
        group.isTable() ? Display.key(draft.resolver.table(group)) : draft.resolver.column(group);
    Expression rank =
        Expression.form(
            "ROW_NUMBER() OVER (PARTITION BY {} ORDER BY {}"
                + (superlative.highest() ? " DESC" : "")
                + ", {})",
            draft.scope.column(key),
            sortKey(superlative.subject()),
            draft.scope.column(Display.key(draft.root)));
    List<Select.Output> shown = Ranking.expanded(draft.outputs, draft.scope.alias(), draft.root);
    draft.outputs.clear();
    draft.outputs.addAll(shown);
    draft.outputs.add(new Select.Output(rank, Ranking.PLACE));
  }

  private Integer limit() {
    return intent.limits().isEmpty() ? limit : intent.limits().get(0);
  }

  private boolean isDistinct() {
    return intent.distinct()
        && intent.superlatives().isEmpty()
        && draft.groupBy.isEmpty()
        && !plainAggregate;
  }

  private void addGroups() {
    for (Item subject : intent.groupings()) {
      if (!hasMeasures()) {
        requireListed(subject);
        continue;
      }
      if (isEntity(subject)) {
        continue;
      }
      ElementRef column = groupColumn(subject);
      Expression expression = draft.scope.column(column);
      draft.groupBy.add(expression);
      draft.outputs.add(new Select.Output(expression, ""));
    }
    for (Fact.Period period : intent.calendar()) {
      ElementRef date = draft.dateOf(draft.root);
      if (date == null) {
        throw new NotPlanned(
            "表 " + draft.root.name() + " 没有日期字段", "Table " + draft.root.name() + " has no date");
      }
      Expression expression = Periods.of(period, draft.scope.column(date), date.column());
      draft.groupBy.add(expression);
      draft.outputs.add(new Select.Output(expression, Labels.of(period)));
      draft.orderBy.add(new Select.Sort(expression, false));
    }
  }

  /** One row for each value that many rows share cannot show a number of each of them. */
  private void requireListed(Item group) {
    boolean numbers =
        intent.superlatives().isEmpty()
            && group.isColumn()
            && intent.outputs().stream()
                .map(draft.resolver::column)
                .anyMatch(c -> c.column().kind().isNumeric() && isShared(c));
    if (numbers && isShared(draft.resolver.column(group))) {
      throw new NotPlanned(
          "没有说明对每个“" + group.text() + "”计算什么",
          "It is not said what to compute for each \"" + group.text() + "\"");
    }
  }

  /** The column to group by; one of the measured table where the table named is out of reach. */
  private ElementRef groupColumn(Item subject) {
    ElementRef column = draft.resolver.column(subject);
    if (draft.scope.reaches(column.table())) {
      return column;
    }
    return subject.elements().stream()
        .filter(e -> !e.isTable() && draft.scope.reaches(e.table()))
        .findFirst()
        .orElseThrow(
            () ->
                new NotPlanned(
                    "无法按“" + subject.text() + "”分组", "Cannot group by \"" + subject.text() + "\""));
  }

  private boolean isEntity(Item subject) {
    return subject.isTable() && draft.isRoot(draft.resolver.table(subject)) && measuresElsewhere();
  }

  private boolean hasMeasures() {
    return intent.outputs().stream().anyMatch(Item::isMeasure);
  }

  private boolean measuresElsewhere() {
    return intent.outputs().stream()
        .filter(Item::isMeasure)
        .anyMatch(o -> !draft.isRoot(branches.measuredTable((Fact.Measure) o.fact())));
  }

  private void addOutputs() {
    boolean named = false;
    for (Item whole : intent.wholes()) {
      draft.outputs.add(
          new Select.Output(
              new Expression.Everything(draft.scope.reach(draft.resolver.table(whole))), ""));
      draft.scope.keepUnmatched(true);
    }
    for (Item output : intent.outputs()) {
      if (!output.isMeasure()) {
        ElementRef column = draft.resolver.column(output);
        addOutput(draft.scope.column(column));
        named |= column.isOf(draft.root);
      }
    }
    keepsEmpty = !named || intent.keepAll();
    if (!named && intent.groupings().stream().anyMatch(this::isEntity)) {
      draft.outputs.add(0, new Select.Output(draft.scope.column(Display.name(draft.root)), ""));
    }
    for (Item output : intent.outputs()) {
      if (output.fact() instanceof Fact.Measure measure) {
        Expression value = branches.measure(measure, true);
        draft.outputs.add(new Select.Output(value, Labels.of(measure, draft.resolver)));
        plainAggregate |=
            draft.scope.reaches(branches.measuredTable(measure)) && draft.groupBy.isEmpty();
      }
    }
    if (draft.outputs.isEmpty()) {
      addDefault();
    }
  }

  private void addDefault() {
    boolean identity = intent.identity();
    draft.outputs.add(
        identity
            ? new Select.Output(draft.scope.column(Display.name(subject)), "")
            : new Select.Output(new Expression.Everything(draft.scope.reach(subject)), ""));
  }

  /** Columns beside aggregates of the same rows: one row for each of them. */
  private void groupMixed() {
    if (plainAggregate && draft.groupBy.isEmpty()) {
      for (Item output : intent.outputs()) {
        if (!output.isMeasure()) {
          draft.groupBy.add(draft.scope.column(grouped(draft.resolver.column(output))));
        }
      }
      plainAggregate = draft.groupBy.isEmpty();
    }
  }

  /** A key said only in other words, as "departing" for a source, is no wish to group by it. */
  private static ElementRef grouped(ElementRef column) {
    if (column.quality() < SAID && Display.isReference(column.table(), column.column())) {
      throw new NotPlanned(
          "不清楚“" + column + "”在问题中的作用", "It is not clear what " + column + " is to do here");
    }
    return column;
  }

  private void addOutput(Expression column) {
    if (draft.outputs.stream().noneMatch(o -> o.expression().equals(column))) {
      draft.outputs.add(new Select.Output(column, ""));
    }
  }

  /** A table that is only named must have rows, unless it is one every row belongs to anyway. */
  private void addMentions() {
    for (Item mention : intent.mentions()) {
      Table table = draft.resolver.table(mention);
      if (!draft.isRoot(table) && !draft.scope.reaches(table)) {
        branches.place(table);
      }
    }
  }

  /** Conditions on what is summed up belong inside of the sum, so it must be there before them. */
  private void prepareMeasures() {
    for (Fact.Superlative superlative : intent.superlatives()) {
      if (superlative.subject().fact() instanceof Fact.Measure measure
          && !draft.scope.reaches(branches.measuredTable(measure))) {
        branches.measure(measure, true);
      }
    }
  }

  private void addSuperlatives() {
    for (Fact.Superlative superlative : intent.superlatives()) {
      if (isRanked()) {
        addRank(superlative);
        continue;
      }
      if (plainAggregate && draft.groupBy.isEmpty()) {
        addExtreme(superlative);
        continue;
      }
      requireRanked(superlative.subject());
      requireRows(superlative.subject());
      Expression by = sortKey(superlative.subject());
      draft.orderBy.add(0, new Select.Sort(by, superlative.highest()));
      limit = superlative.rows();
    }
  }

  /** Aggregates look only at the rows of the one that comes first. */
  private void addExtreme(Fact.Superlative superlative) {
    if (superlative.subject().isMeasure()) {
      throw new NotPlanned("暂不支持这样的最值条件", "Such a superlative is not supported");
    }
    ElementRef column = draft.resolver.column(superlative.subject());
    Scope inside = draft.scopeOf(column.table());
    ElementRef key = Display.key(column.table());
    Select select =
        new Select(
            false,
            List.of(new Select.Output(inside.column(key), "")),
            inside.source(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Select.Sort(inside.column(column), superlative.highest())),
            superlative.rows());
    draft.where.add(
        Expression.form("{} = {}", draft.scope.column(key), new Expression.Nested(select)));
  }

  private void requireRanked(Item subject) {
    if (!subject.isMeasure()) {
      Plausibility.ranked(draft.resolver.column(subject));
    }
  }

  /** What is summed up for each row ranks rows, not the values that several of them share. */
  private void requireRows(Item subject) {
    boolean summed =
        subject.fact() instanceof Fact.Measure measure
            && !draft.scope.reaches(branches.measuredTable(measure));
    if (!summed || intent.outputs().size() != 1) {
      return;
    }
    Item output = intent.outputs().get(0);
    if (!output.isMeasure() && output.owner() == null && isShared(draft.resolver.column(output))) {
      throw new NotPlanned(
          "暂不支持按“" + output.text() + "”汇总后排名",
          "Ranking sums by \"" + output.text() + "\" is not supported");
    }
  }

  private boolean isShared(ElementRef column) {
    boolean unique =
        column.column().key() == Column.Key.PRIMARY || column.column().key() == Column.Key.UNIQUE;
    return column.isOf(draft.root) && !unique && !column.names(Display.name(draft.root));
  }

  private Expression sortKey(Item subject) {
    if (subject.fact() instanceof Fact.Measure measure) {
      Table table = branches.measuredTable(measure);
      if (draft.scope.reaches(table)) {
        draft.groupByOutputs();
      }
      return branches.measure(measure, true);
    }
    return draft.scope.column(draft.resolver.column(subject));
  }

  private void addOrder() {
    for (Fact.Ordering ordering : intent.orderings()) {
      Expression by = ordering.subject() == null ? sortedOutput() : sortKey(ordering.subject());
      draft.orderBy.add(new Select.Sort(by, ordering.descending()));
    }
  }

  /** A bare wish for an order means the measure, or the first column where there is none. */
  private Expression sortedOutput() {
    for (Item output : intent.outputs()) {
      if (output.fact() instanceof Fact.Measure measure) {
        return branches.measure(measure, true);
      }
    }
    if (draft.outputs.get(0).expression() instanceof Expression.Everything) {
      throw new NotPlanned("没有说明按什么排序", "It is not said what to sort by");
    }
    return draft.outputs.get(0).expression();
  }
}
