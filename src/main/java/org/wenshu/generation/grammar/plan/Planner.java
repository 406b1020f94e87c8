package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.generation.grammar.intent.Comparison;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.generation.grammar.lexicon.ValueRef;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/** Makes one statement of an intent. For one question. */
public final class Planner {
  private static final double SAID = 0.95;
  private final Intent intent;
  private final JoinGraph graph;
  private final Resolver resolver;
  private final Comparisons comparisons;
  private final Map<String, Integer> aliases = new HashMap<>();

  private Scope scope;
  private final List<Select.Output> outputs = new ArrayList<>();
  private final List<Expression> where = new ArrayList<>();
  private final List<Expression> groupBy = new ArrayList<>();
  private final List<Expression> having = new ArrayList<>();
  private final List<Select.Sort> orderBy = new ArrayList<>();
  private final Map<String, Branch> summaries = new LinkedHashMap<>();
  private final Map<String, Branch> presences = new LinkedHashMap<>();
  private final Map<String, Branch> absences = new LinkedHashMap<>();
  private final Map<String, List<Select.Output>> summaryOutputs = new LinkedHashMap<>();
  private final Map<String, String> summaryAliases = new HashMap<>();
  private final Map<String, List<Fact.Condition>> placed = new HashMap<>();
  private Table root;
  private Table subject;
  private boolean plainAggregate;
  private Integer limit;
  private boolean keepsEmpty = true;

  /** A planner for the intent on the schema. */
  public Planner(Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    this.intent = intent;
    this.graph = graph;
    this.resolver = new Resolver(context, lexicon, graph, intent);
    this.comparisons = new Comparisons(resolver);
  }

  /**
   * The statement.
   *
   * @throws NotPlanned when there is none, with the reason
   */
  public Select plan() {
    RootChoice.Choice choice = new RootChoice(intent, resolver, graph).choose();
    root = choice.grain();
    subject = choice.subject();
    resolver.rootAt(root);
    scope = new Scope(graph, aliases, root);
    openBranches();
    addGroups();
    addOutputs();
    groupMixed();
    intent.conditions().forEach(this::addCondition);
    intent.eithers().forEach(this::addEither);
    addMentions();
    addSuperlatives();
    addOrder();
    closeBranches();
    Select select =
        new Select(
            isDistinct(),
            outputs,
            scope.source(),
            scope.joins(),
            where,
            groupBy,
            having,
            orderBy,
            limit());
    return isRanked() ? Ranking.best(select, intent.superlatives().get(0).rows()) : select;
  }

  /** The first rows for each of something, rather than of all. */
  private boolean isRanked() {
    return !intent.groupings().isEmpty() && !hasMeasures() && intent.superlatives().size() == 1;
  }

  private void addRank(Fact.Superlative superlative) {
    Item group = intent.groupings().get(0);
    ElementRef key = group.isTable() ? Display.key(resolver.table(group)) : resolver.column(group);
    Expression rank =
        Expression.form(
            "ROW_NUMBER() OVER (PARTITION BY {} ORDER BY {}"
                + (superlative.highest() ? " DESC" : "")
                + ", {})",
            scope.column(key),
            sortKey(superlative.subject()),
            scope.column(Display.key(root)));
    List<Select.Output> shown = Ranking.expanded(outputs, scope.alias(), root);
    outputs.clear();
    outputs.addAll(shown);
    outputs.add(new Select.Output(rank, Ranking.PLACE));
  }

  private Integer limit() {
    return intent.limits().isEmpty() ? limit : intent.limits().get(0);
  }

  private boolean isDistinct() {
    return intent.distinct()
        && intent.superlatives().isEmpty()
        && groupBy.isEmpty()
        && !plainAggregate;
  }

  private void openBranches() {
    for (Item absent : intent.absences()) {
      Table table = resolver.table(absent);
      absences.put(table.name(), new Branch(graph, aliases, scope, table));
    }
  }

  // What is one row of the result

  private void addGroups() {
    for (Item subject : intent.groupings()) {
      if (isEntity(subject) || !hasMeasures()) {
        continue;
      }
      ElementRef column = groupColumn(subject);
      Expression expression = scope.column(column);
      groupBy.add(expression);
      outputs.add(new Select.Output(expression, ""));
    }
    for (Fact.Period period : intent.calendar()) {
      ElementRef date = Display.date(root);
      if (date == null) {
        throw new NotPlanned(
            "表 " + root.name() + " 没有日期字段", "Table " + root.name() + " has no date");
      }
      Expression expression = Periods.of(period, scope.column(date), date.column());
      groupBy.add(expression);
      outputs.add(new Select.Output(expression, Labels.of(period)));
      orderBy.add(new Select.Sort(expression, false));
    }
  }

  /** The column to group by; one of the measured table where the table named is out of reach. */
  private ElementRef groupColumn(Item subject) {
    ElementRef column = resolver.column(subject);
    if (scope.reaches(column.table())) {
      return column;
    }
    return subject.elements().stream()
        .filter(e -> !e.isTable() && scope.reaches(e.table()))
        .findFirst()
        .orElseThrow(
            () ->
                new NotPlanned(
                    "无法按“" + subject.text() + "”分组", "Cannot group by \"" + subject.text() + "\""));
  }

  private boolean isEntity(Item subject) {
    return subject.isTable() && isRoot(resolver.table(subject)) && measuresElsewhere();
  }

  private boolean isRoot(Table table) {
    return table.name().equals(root.name());
  }

  private boolean hasMeasures() {
    return intent.outputs().stream().anyMatch(Item::isMeasure);
  }

  private boolean measuresElsewhere() {
    return intent.outputs().stream()
        .filter(Item::isMeasure)
        .anyMatch(o -> !isRoot(measuredTable((Fact.Measure) o.fact())));
  }

  private void addOutputs() {
    boolean named = false;
    for (Item whole : intent.wholes()) {
      outputs.add(
          new Select.Output(new Expression.Everything(scope.reach(resolver.table(whole))), ""));
      scope.keepUnmatched(true);
    }
    for (Item output : intent.outputs()) {
      if (!output.isMeasure()) {
        ElementRef column = resolver.column(output);
        addOutput(scope.column(column));
        named |= column.isOf(root);
      }
    }
    keepsEmpty = !named || intent.keepAll();
    if (!named && intent.groupings().stream().anyMatch(this::isEntity)) {
      outputs.add(0, new Select.Output(scope.column(Display.name(root)), ""));
    }
    for (Item output : intent.outputs()) {
      if (output.fact() instanceof Fact.Measure measure) {
        Expression value = measure(measure, true);
        outputs.add(new Select.Output(value, Labels.of(measure, resolver)));
        plainAggregate |= scope.reaches(measuredTable(measure)) && groupBy.isEmpty();
      }
    }
    if (outputs.isEmpty()) {
      addDefault();
    }
  }

  private void addDefault() {
    boolean identity = intent.identity();
    outputs.add(
        identity
            ? new Select.Output(scope.column(Display.name(subject)), "")
            : new Select.Output(new Expression.Everything(scope.reach(subject)), ""));
  }

  /** Columns beside aggregates of the same rows: one row for each of them. */
  private void groupMixed() {
    if (plainAggregate && groupBy.isEmpty()) {
      for (Item output : intent.outputs()) {
        if (!output.isMeasure()) {
          groupBy.add(scope.column(grouped(resolver.column(output))));
        }
      }
      plainAggregate = groupBy.isEmpty();
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
    if (outputs.stream().noneMatch(o -> o.expression().equals(column))) {
      outputs.add(new Select.Output(column, ""));
    }
  }

  // Measures

  private Table measuredTable(Fact.Measure measure) {
    Item operand = measure.operand();
    if (operand == null) {
      return root;
    }
    return operand.isTable() && measure.function() == Fact.Function.COUNT && !measure.distinct()
        ? resolver.table(operand)
        : resolver.column(operand).table();
  }

  private Expression measure(Fact.Measure measure, boolean keepEmpty) {
    Table table = measuredTable(measure);
    if (scope.reaches(table)) {
      return Measures.of(measure, resolver, scope);
    }
    Branch branch =
        summaries.computeIfAbsent(table.name(), t -> new Branch(graph, aliases, scope, table));
    String alias = summaryAliases.computeIfAbsent(table.name(), t -> scope.fresh(t + "_summary"));
    List<Select.Output> measures =
        summaryOutputs.computeIfAbsent(table.name(), t -> new ArrayList<>());
    String label = Labels.of(measure, resolver);
    if (measures.stream().noneMatch(m -> m.label().equals(label))) {
      measures.add(new Select.Output(Measures.of(measure, resolver, branch.inside()), label));
    }
    Expression value = new Expression.ColumnOf(alias, label);
    boolean zero = measure.function() == Fact.Function.COUNT && keepEmpty;
    return zero ? Expression.form("COALESCE({}, 0)", value) : value;
  }

  // Conditions

  private void addCondition(Fact.Condition condition) {
    if (condition.subject() != null && condition.subject().fact() instanceof Fact.Measure measure) {
      addMeasured(condition, measure);
      return;
    }
    ElementRef column = subject(condition);
    Fact.Condition settled = settled(condition, column);
    Scope place = place(column.table(), settled, column);
    Expression expression = compared(settled, place, column);
    if (place == scope) {
      where.add(expression);
    } else {
      branchOf(place).where(expression);
    }
  }

  private Expression compared(Fact.Condition condition, Scope place, ElementRef column) {
    Item first = condition.values().isEmpty() ? null : condition.values().get(0);
    if (first != null && first.fact() instanceof Fact.Measure measure) {
      Item operand = measure.operand() == null ? condition.subject() : measure.operand();
      ElementRef measured = measure.operand() == null ? column : resolver.column(operand);
      Select average =
          Measures.single(
              measure.function(), measured, new Scope(graph, aliases, measured.table()));
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
    if (hint && value != null && isPartOfName(resolver.table(subject), value)) {
      return Display.name(resolver.table(subject));
    }
    if (value != null && (subject == null || hint) && !value.values().isEmpty()) {
      ValueRef stored = resolver.value(value, hint ? resolver.table(subject) : null);
      return new ElementRef(stored.table(), stored.column(), 1);
    }
    boolean time =
        value != null && (value.kind() == Item.Kind.YEAR || value.fact() instanceof Fact.Range);
    if (time && value.owner() != null) {
      return resolver.column(value.owner());
    }
    if (time && (subject == null || !subject.isColumn() || hint)) {
      return date(value, hint ? resolver.table(subject) : root);
    }
    return resolver.column(subject);
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

  private void addEither(Fact.Either either) {
    ElementRef left = subject(either.left());
    ElementRef right = subject(either.right());
    if (isMeasured(either.left()) || isMeasured(either.right())) {
      throw new NotPlanned("暂不支持这样的“或”条件", "Such an alternative is not supported");
    }
    Scope place = place(left.table());
    if (place(right.table()) != place) {
      throw new NotPlanned("暂不支持这样的“或”条件", "Such an alternative is not supported");
    }
    Expression both =
        Expression.form(
            "({} OR {})",
            compared(either.left(), place, left),
            compared(either.right(), place, right));
    if (place == scope) {
      where.add(both);
    } else {
      branchOf(place).where(both);
    }
  }

  private ElementRef date(Item value, Table near) {
    List<Table> tables = new ArrayList<>(List.of(near));
    absences.values().forEach(b -> tables.add(b.inside().root()));
    tables.add(root);
    for (Table table : tables) {
      ElementRef year = value.kind() == Item.Kind.YEAR ? Display.year(table) : null;
      ElementRef date = year != null ? year : Display.date(table);
      if (date != null) {
        return date;
      }
    }
    for (JoinGraph.Step step : graph.from(root)) {
      ElementRef date =
          value.kind() == Item.Kind.YEAR ? Display.year(step.to()) : Display.date(step.to());
      if (date != null && (step.single() || resolver.isMentioned(step.to()))) {
        return date;
      }
    }
    throw new NotPlanned("没有可用的日期字段", "There is no date to compare with");
  }

  private void addMeasured(Fact.Condition condition, Fact.Measure measure) {
    Table table = measuredTable(measure);
    boolean own = scope.reaches(table);
    Fact.Condition plain =
        new Fact.Condition(null, condition.comparison(), condition.values(), condition.negated());
    boolean zeroCounts =
        measure.function() == Fact.Function.COUNT
            && condition.comparison() != Comparison.GT
            && condition.comparison() != Comparison.GE;
    Expression value = measure(measure, zeroCounts);
    Expression expression = comparisons.of(value, Labels.numeric(table), plain);
    if (own) {
      groupByOutputs();
      having.add(expression);
    } else {
      where.add(expression);
    }
  }

  private void groupByOutputs() {
    if (groupBy.isEmpty()) {
      for (Select.Output output : outputs) {
        if (output.expression() instanceof Expression.Everything) {
          throw new NotPlanned("没有说明按什么分组", "It is not said what to group by");
        }
        groupBy.add(output.expression());
      }
    }
  }

  /** Where a condition belongs: what contradicts another must hold for another row. */
  private Scope place(Table table, Fact.Condition condition, ElementRef column) {
    Scope place = place(table);
    List<Fact.Condition> same =
        placed.computeIfAbsent(
            System.identityHashCode(place) + column.toString(), k -> new ArrayList<>());
    boolean contradicts = same.stream().anyMatch(c -> Contradiction.between(c, condition));
    same.add(condition);
    if (!contradicts) {
      return place;
    }
    if (!presences.containsValue(branchOrNull(place))) {
      throw new NotPlanned(
          "“" + column + "”不能同时满足这些条件", "No row can meet these conditions on " + column);
    }
    Branch other = new Branch(graph, aliases, scope, table);
    presences.put(table.name() + "#" + presences.size(), other);
    return other.inside();
  }

  private Branch branchOrNull(Scope inside) {
    return presences.values().stream().filter(b -> b.inside() == inside).findFirst().orElse(null);
  }

  /** Where conditions on a table belong. */
  private Scope place(Table table) {
    for (Branch branch : absences.values()) {
      if (branch.inside().reaches(table)
          && !(scope.reaches(table) && isRoot(table))
          && !(scope.reaches(table) && !resolver.isMentioned(table))) {
        return branch.inside();
      }
    }
    if (scope.reaches(table)) {
      return scope;
    }
    for (Branch branch : summaries.values()) {
      if (branch.inside().reaches(table)) {
        return branch.inside();
      }
    }
    for (Branch branch : presences.values()) {
      if (branch.inside().reaches(table)) {
        return branch.inside();
      }
    }
    Branch branch = new Branch(graph, aliases, scope, table);
    presences.put(table.name(), branch);
    return branch.inside();
  }

  private Branch branchOf(Scope inside) {
    List<Branch> all = new ArrayList<>(absences.values());
    all.addAll(summaries.values());
    all.addAll(presences.values());
    return all.stream().filter(b -> b.inside() == inside).findFirst().orElseThrow();
  }

  /** A table that is only named must have rows, unless it is one every row belongs to anyway. */
  private void addMentions() {
    for (Item mention : intent.mentions()) {
      Table table = resolver.table(mention);
      if (!isRoot(table) && !scope.reaches(table)) {
        place(table);
      }
    }
  }

  // Order

  private void addSuperlatives() {
    for (Fact.Superlative superlative : intent.superlatives()) {
      if (isRanked()) {
        addRank(superlative);
        continue;
      }
      if (plainAggregate && groupBy.isEmpty()) {
        addExtreme(superlative);
        continue;
      }
      Expression by = sortKey(superlative.subject());
      orderBy.add(0, new Select.Sort(by, superlative.highest()));
      limit = superlative.rows();
    }
  }

  /** Aggregates look only at the rows of the one that comes first. */
  private void addExtreme(Fact.Superlative superlative) {
    if (superlative.subject().isMeasure()) {
      throw new NotPlanned("暂不支持这样的最值条件", "Such a superlative is not supported");
    }
    ElementRef column = resolver.column(superlative.subject());
    Scope inside = new Scope(graph, aliases, column.table());
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
    where.add(Expression.form("{} = {}", scope.column(key), new Expression.Nested(select)));
  }

  private Expression sortKey(Item subject) {
    if (subject.fact() instanceof Fact.Measure measure) {
      Table table = measuredTable(measure);
      if (scope.reaches(table)) {
        groupByOutputs();
      }
      return measure(measure, true);
    }
    return scope.column(resolver.column(subject));
  }

  private void addOrder() {
    for (Fact.Ordering ordering : intent.orderings()) {
      Expression by = ordering.subject() == null ? sortedOutput() : sortKey(ordering.subject());
      orderBy.add(new Select.Sort(by, ordering.descending()));
    }
  }

  /** A bare wish for an order means the measure, or the first column where there is none. */
  private Expression sortedOutput() {
    for (Item output : intent.outputs()) {
      if (output.fact() instanceof Fact.Measure measure) {
        return measure(measure, true);
      }
    }
    return outputs.get(0).expression();
  }

  private void closeBranches() {
    presences.values().forEach(b -> where.add(b.exists(true)));
    absences.values().forEach(b -> where.add(b.exists(false)));
    summaries.forEach(
        (table, branch) ->
            scope.join(
                branch.summary(summaryAliases.get(table), summaryOutputs.get(table), keepsEmpty)));
  }
}
