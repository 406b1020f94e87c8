package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Table;

/**
 * Rows of other tables that a statement speaks of: those that must be there, those that must not,
 * and those that are summed up by key; and which conditions belong to which. For one question.
 */
final class Branches {
  private final Draft draft;
  private final Map<String, Branch> summaries = new LinkedHashMap<>();
  private final Map<String, Branch> presences = new LinkedHashMap<>();
  private final Map<String, Branch> absences = new LinkedHashMap<>();
  private final Map<String, List<Select.Output>> summaryOutputs = new LinkedHashMap<>();
  private final Map<String, String> summaryAliases = new HashMap<>();
  private final Map<String, List<Fact.Condition>> placed = new HashMap<>();

  Branches(Draft draft, Intent intent) {
    this.draft = draft;
    for (Item absent : intent.absences()) {
      Table table = draft.resolver.table(absent);
      absences.put(table.name(), draft.branch(table));
    }
  }

  /** The tables that must have no row. */
  List<Table> absentTables() {
    return absences.values().stream().map(b -> b.inside().root()).toList();
  }

  /** Puts a condition where it belongs. */
  void where(Scope place, Expression condition) {
    if (place == draft.scope) {
      draft.where.add(condition);
    } else {
      branchOf(place).where(condition);
    }
  }

  /** The table whose rows or column a measure is of. */
  Table measuredTable(Fact.Measure measure) {
    Item operand = measure.operand();
    if (operand == null) {
      return draft.root;
    }
    return operand.isTable() && measure.function() == Fact.Function.COUNT && !measure.distinct()
        ? draft.resolver.table(operand)
        : draft.resolver.column(operand).table();
  }

  /** A measure: of the rows here where they are in reach, else from a summary by key. */
  Expression measure(Fact.Measure measure, boolean keepEmpty) {
    Table table = measuredTable(measure);
    if (draft.scope.reaches(table)) {
      return Measures.of(measure, draft.resolver, draft.scope);
    }
    Branch branch = summaries.computeIfAbsent(table.name(), t -> draft.branch(table));
    String alias =
        summaryAliases.computeIfAbsent(table.name(), t -> draft.scope.fresh(t + "_summary"));
    List<Select.Output> measures =
        summaryOutputs.computeIfAbsent(table.name(), t -> new ArrayList<>());
    String label = Labels.of(measure, draft.resolver);
    if (measures.stream().noneMatch(m -> m.label().equals(label))) {
      measures.add(new Select.Output(Measures.of(measure, draft.resolver, branch.inside()), label));
    }
    Expression value = new Expression.ColumnOf(alias, label);
    boolean zero = measure.function() == Fact.Function.COUNT && keepEmpty;
    return zero ? Expression.form("COALESCE({}, 0)", value) : value;
  }

  /** Where a condition belongs: what contradicts another must hold for another row. */
  Scope place(Table table, Fact.Condition condition, ElementRef column) {
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
    Branch other = draft.branch(table);
    presences.put(table.name() + "#" + presences.size(), other);
    return other.inside();
  }

  private Branch branchOrNull(Scope inside) {
    return presences.values().stream().filter(b -> b.inside() == inside).findFirst().orElse(null);
  }

  /** Where conditions on a table belong. */
  Scope place(Table table) {
    for (Branch branch : absences.values()) {
      if (branch.inside().reaches(table)
          && !(draft.scope.reaches(table) && draft.isRoot(table))
          && !(draft.scope.reaches(table) && !draft.resolver.isMentioned(table))) {
        return branch.inside();
      }
    }
    if (draft.scope.reaches(table)) {
      return draft.scope;
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
    Branch branch = draft.branch(table);
    presences.put(table.name(), branch);
    return branch.inside();
  }

  /** The tables whose rows are summed up by key. */
  List<Table> summarised() {
    return summaries.values().stream().map(branch -> branch.inside().root()).toList();
  }

  private Branch branchOf(Scope inside) {
    List<Branch> all = new ArrayList<>(absences.values());
    all.addAll(summaries.values());
    all.addAll(presences.values());
    return all.stream().filter(b -> b.inside() == inside).findFirst().orElseThrow();
  }

  /** Joins and conditions for all of them; summaries keep rows that have none when asked to. */
  void close(boolean keepsEmpty) {
    presences.values().forEach(b -> draft.where.add(b.exists(true)));
    absences.values().forEach(b -> draft.where.add(b.exists(false)));
    summaries.forEach(
        (table, branch) ->
            draft.scope.join(
                branch.summary(summaryAliases.get(table), summaryOutputs.get(table), keepsEmpty)));
  }
}
