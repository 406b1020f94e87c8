package org.wenshu.conversation.subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.conversation.subject.FromRows.Equality;
import org.wenshu.conversation.subject.FromRows.Located;
import org.wenshu.sql.tree.Expression;

/**
 * Finds the one table of several joined ones whose rows the result consists of: the others are
 * looked up for each of them, or only filter them. Confined to one SELECT.
 */
final class RowIdentity {
  private final FromRows from;

  RowIdentity(FromRows from) {
    this.from = from;
  }

  /** The table of plain rows that show something of these. */
  Optional<Placed> of(List<Placed> shown) {
    if (from.placed().size() == 1) {
      return Optional.of(from.placed().get(0));
    }
    return shown.stream().filter(p -> !p.isOptional() && fixedBy(p).containsAll(shown)).findFirst();
  }

  /** The table that has one row in each of these groups. */
  Optional<Placed> ofGroups(List<Expression> groups) {
    List<Located> columns = new ArrayList<>();
    for (Expression group : groups) {
      Optional<Located> column = from.located(group);
      if (column.isEmpty()) {
        return Optional.empty();
      }
      columns.add(column.get());
    }
    List<Placed> places = columns.stream().map(Located::place).toList();
    return columns.stream()
        .filter(c -> c.place().rows().isKey(c.cell()))
        .map(Located::place)
        .filter(p -> !p.isOptional() && fixedBy(p).containsAll(places))
        .findFirst();
  }

  /** Whether one row of that table goes with one row of every other. */
  boolean isFixedBy(Placed main) {
    return fixedBy(main).containsAll(from.placed());
  }

  /** What is looked up, step by step, for each row of the table, and the table itself. */
  private Set<Placed> fixedBy(Placed main) {
    Set<Placed> fixed = new HashSet<>(Set.of(main));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Equality equality : from.equalities()) {
        grown |= fix(equality.one(), equality.other(), fixed);
        grown |= fix(equality.other(), equality.one(), fixed);
      }
    }
    return fixed;
  }

  private static boolean fix(Located known, Located sought, Set<Placed> fixed) {
    return fixed.contains(known.place()) && sought.isUnique() && fixed.add(sought.place());
  }
}
