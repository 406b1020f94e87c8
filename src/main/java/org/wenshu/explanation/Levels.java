package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Select;

/** Finds every SELECT of a statement, wherever it stands. */
final class Levels {
  private final Set<Reading> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Level> found = new ArrayList<>();

  private Levels() {}

  static List<Level> of(Reading reading) {
    Levels levels = new Levels();
    levels.add(reading);
    return levels.found;
  }

  private void add(Reading reading) {
    if (!seen.add(reading)) {
      return;
    }
    if (reading instanceof Level level) {
      add(level);
    } else {
      ((Reading.Combined) reading).parts().forEach(this::add);
    }
  }

  private void add(Level level) {
    found.add(level);
    for (Source source : level.sources()) {
      source.derived().ifPresent(this::add);
      source.on().ifPresent(e -> inside(e, level));
    }
    Select select = level.select();
    select.items().forEach(i -> inside(i.expression(), level));
    select.where().ifPresent(e -> inside(e, level));
    select.groupBy().forEach(g -> inside(g.expression(), level));
    select.having().ifPresent(e -> inside(e, level));
    level.orderBy().forEach(o -> inside(o.expression(), level));
  }

  private void inside(Expression expression, Level level) {
    SubQueries.in(expression).forEach(q -> add(level.read(q.query())));
  }
}
