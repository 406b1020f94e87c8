package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;

/**
 * What one row of FROM stands for. A source that is looked up by its key adds columns, not rows;
 * the others multiply.
 *
 * @param many the sources whose combinations the rows are; one in a plain join along keys
 * @param same those that have exactly one row for a row of the only one of them
 * @param padded whether there may be rows without one of the sources that multiply
 */
record Grain(List<Source> many, List<Source> same, boolean padded) {
  static Grain of(Level level) {
    List<Source> many = new ArrayList<>();
    List<Source> same = new ArrayList<>();
    List<Source> before = new ArrayList<>();
    boolean padded = false;
    List<KeyLink> links = KeyLink.allOf(level);
    for (Source source : level.sources()) {
      boolean lookedUp = !before.isEmpty() && isLookedUp(source, before, links);
      boolean replaces = many.size() == 1 && isLookedUp(many.get(0), List.of(source), links);
      if (lookedUp && replaces && isUsual(source, many, links)) {
        same.add(source);
      } else if (!lookedUp) {
        if (replaces) {
          many.clear();
          same.clear();
        }
        padded |= source.isOuter();
        many.add(source);
      }
      before.add(source);
    }
    return new Grain(List.copyOf(many), List.copyOf(same), padded);
  }

  private static boolean isUsual(Source source, List<Source> others, List<KeyLink> links) {
    return links.stream().anyMatch(l -> l.connects(source, others) && l.isUsual());
  }

  /** The only source whose rows these are. */
  Optional<Source> only() {
    return many.size() == 1 ? Optional.of(many.get(0)) : Optional.empty();
  }

  /** The table whose rows these are, be it through derived tables that only pass them on. */
  Optional<Table> table() {
    Optional<Source> only = only();
    if (only.isEmpty() || only.get().table().isPresent()) {
      return only.flatMap(Source::table);
    }
    return only.flatMap(Source::level)
        .filter(l -> !l.isAggregated())
        .flatMap(l -> l.grain().table());
  }

  /** The table whose rows these are, or stand for when they are groups. */
  Optional<Table> subject() {
    Optional<Source> only = only();
    return only.isEmpty() || only.get().table().isPresent()
        ? only.flatMap(Source::table)
        : only.flatMap(Source::level).flatMap(l -> l.grain().subject());
  }

  private static boolean isLookedUp(Source source, List<Source> by, List<KeyLink> links) {
    Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (KeyLink link : links) {
      if (link.connects(source, by)) {
        columns.add(link.columnOf(source));
      }
    }
    return isUnique(source, columns);
  }

  private static boolean isUnique(Source source, Set<String> columns) {
    if (source.table().isPresent()) {
      Table table = source.table().orElseThrow();
      boolean primary = !table.primaryKey().isEmpty() && columns.containsAll(table.primaryKey());
      return primary
          || table.columns().stream()
              .anyMatch(
                  c ->
                      c.key() == org.wenshu.schema.Column.Key.UNIQUE && columns.contains(c.name()));
    }
    return source.level().filter(l -> isUnique(l, columns)).isPresent();
  }

  private static boolean isUnique(Level level, Set<String> columns) {
    if (!level.isGrouped()) {
      return level.isAggregated() || level.limit().filter(l -> l.count().equals("1")).isPresent();
    }
    Set<String> names = new TreeSet<>();
    columns.forEach(c -> names.add(c.toLowerCase(Locale.ROOT)));
    return level.select().groupBy().stream().allMatch(g -> isAmong(g.expression(), names));
  }

  private static boolean isAmong(Expression grouped, Set<String> names) {
    return grouped instanceof Expression.Column column
        && names.contains(column.name().text().toLowerCase(Locale.ROOT));
  }
}
