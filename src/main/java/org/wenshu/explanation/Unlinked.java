package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.execution.PlanRow;
import org.wenshu.execution.QueryPlan;
import org.wenshu.question.Wording;
import org.wenshu.sql.tree.Expression;

/** Finds tables that nothing ties to the others, so that every row of one meets all of another. */
final class Unlinked {
  private Unlinked() {}

  static List<Wording> in(Level level, QueryPlan plan) {
    List<Source> sources =
        level.sources().stream().filter(s -> s.table().isPresent() && isSeveral(s, plan)).toList();
    if (sources.size() < 2) {
      return List.of();
    }
    Set<Source> reached = reached(level, sources.get(0));
    List<Wording> warnings = new ArrayList<>();
    for (Source source : sources) {
      if (!reached.contains(source)) {
        warnings.add(warning(sources.get(0).name(), source.name()));
      }
    }
    return warnings;
  }

  private static Wording warning(String one, String other) {
    return new Wording(
        "表 " + one + " 与 " + other + " 之间没有关联条件，结果是两者所有行的组合（笛卡尔积）",
        "Nothing joins "
            + one
            + " and "
            + other
            + ": every row of one is combined with every row of the other");
  }

  /** A table of one row multiplies nothing. */
  private static boolean isSeveral(Source source, QueryPlan plan) {
    return plan.rows().stream()
        .filter(r -> source.isNamed(r.table()))
        .map(PlanRow::rows)
        .allMatch(r -> r.orElse(2) > 1);
  }

  /** The sources that predicates lead to from the first one. */
  private static Set<Source> reached(Level level, Source first) {
    List<Set<Source>> ties = ties(level);
    Set<Source> reached = new HashSet<>(Set.of(first));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Set<Source> tie : ties) {
        if (tie.stream().anyMatch(reached::contains)) {
          grown |= reached.addAll(tie);
        }
      }
    }
    return reached;
  }

  private static List<Set<Source>> ties(Level level) {
    List<Expression> predicates = new ArrayList<>(level.conditions());
    List<Set<Source>> ties = new ArrayList<>();
    Set<Source> before = new HashSet<>();
    for (Source source : level.sources()) {
      source.on().ifPresent(e -> predicates.addAll(Conjunction.of(e)));
      if (!source.using().isEmpty()
          || source.words().toUpperCase(Locale.ROOT).contains("NATURAL")) {
        Set<Source> tie = new HashSet<>(before);
        tie.add(source);
        ties.add(tie);
      }
      before.add(source);
    }
    for (Expression predicate : predicates) {
      Set<Source> tie = new HashSet<>();
      collect(predicate, level, tie);
      ties.add(tie);
    }
    return ties;
  }

  private static void collect(Expression expression, Level level, Set<Source> sources) {
    if (expression instanceof Expression.Column column) {
      Optional<Source> source = KeyLink.source(column, level);
      source.ifPresent(sources::add);
    }
    expression.children().forEach(c -> collect(c, level, sources));
  }
}
