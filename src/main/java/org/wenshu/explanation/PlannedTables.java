package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.execution.PlanRow;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Query;

/**
 * Tells which rows of a plan speak of what the asker wrote. The plan is of the statement that runs:
 * the tables behind views and the filters of rules are in it too, with their rows and indexes, and
 * are nobody's business.
 */
final class PlannedTables {
  private final List<Level> levels;
  private final PermittedSchema permitted;
  private final Set<String> named = new TreeSet<>();
  private final Set<String> narrowed = new TreeSet<>();

  PlannedTables(Query drafted, PermittedSchema permitted) {
    this.levels = Levels.of(new Readings(permitted.snapshot()).read(drafted));
    this.permitted = permitted;
    levels.forEach(l -> l.sources().forEach(this::add));
  }

  private void add(Source source) {
    String alias = source.alias().toLowerCase(Locale.ROOT);
    String name = source.name().toLowerCase(Locale.ROOT);
    boolean isNarrowed = source.table().filter(t -> permitted.isNarrowed(t.name())).isPresent();
    for (String told : List.of(alias, name)) {
      (isNarrowed ? narrowed : named).add(told);
    }
  }

  List<Level> levels() {
    return levels;
  }

  /** Whether the row is of a table that the statement names and of which nothing is withheld. */
  boolean isTold(PlanRow row) {
    String table = row.table().toLowerCase(Locale.ROOT);
    if (table.isEmpty() || table.startsWith("<")) {
      return narrowed.isEmpty();
    }
    return named.contains(table) && !narrowed.contains(table);
  }

  /** Whether the row is of a table that the statement names, but of which something is withheld. */
  boolean isNarrowed(PlanRow row) {
    return narrowed.contains(row.table().toLowerCase(Locale.ROOT));
  }

  /** The places in the statement that the row may be of, all of one table; empty when unsure. */
  List<Place> places(PlanRow row) {
    List<Place> places = new ArrayList<>();
    for (Level level : levels) {
      for (Source source : level.sources()) {
        if (source.isNamed(row.table()) && source.table().isPresent()) {
          places.add(new Place(level, source, source.table().orElseThrow()));
        }
      }
    }
    Optional<Table> first = places.stream().map(Place::table).findFirst();
    boolean one = places.stream().map(Place::table).allMatch(t -> t.equals(first.orElse(t)));
    return one && isTold(row) ? places : List.of();
  }

  /** One reference to a table. */
  record Place(Level level, Source source, Table table) {}
}
