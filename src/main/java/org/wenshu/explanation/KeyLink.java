package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Name;

/**
 * Two columns of different sources that must be equal.
 *
 * @param predicate the equality as written; empty for columns that a join compares by their name
 */
record KeyLink(
    Source left,
    String leftColumn,
    Source right,
    String rightColumn,
    Optional<Expression> predicate) {
  static List<KeyLink> allOf(Level level) {
    List<KeyLink> links = new ArrayList<>();
    List<Source> before = new ArrayList<>();
    for (Source source : level.sources()) {
      source.on().map(Conjunction::of).orElse(List.of()).forEach(e -> add(e, level, links));
      for (Name name : source.using()) {
        before.forEach(
            b -> links.add(new KeyLink(source, name.text(), b, name.text(), Optional.empty())));
      }
      before.add(source);
    }
    level.conditions().forEach(e -> add(e, level, links));
    return links;
  }

  private static void add(Expression expression, Level level, List<KeyLink> links) {
    of(expression, level).ifPresent(links::add);
  }

  /** The link that an equality of two columns makes within the level, or to a level around it. */
  static Optional<KeyLink> of(Expression expression, Level level) {
    if (!(expression instanceof Expression.Chain chain)
        || !chain.operators().equals(List.of("="))
        || !(chain.operands().get(0) instanceof Expression.Column left)
        || !(chain.operands().get(1) instanceof Expression.Column right)) {
      return Optional.empty();
    }
    Optional<Source> leftSource = source(left, level);
    Optional<Source> rightSource = source(right, level);
    return leftSource.isEmpty() || rightSource.isEmpty() || leftSource.equals(rightSource)
        ? Optional.empty()
        : Optional.of(
            new KeyLink(
                leftSource.get(),
                left.name().text(),
                rightSource.get(),
                right.name().text(),
                Optional.of(expression)));
  }

  /** The source of a column, here or around. */
  static Optional<Source> source(Expression.Column column, Level level) {
    List<Name> path = column.path();
    List<Source> sources = level.sources();
    Optional<Source> own =
        sources.stream()
            .filter(
                s ->
                    path.size() > 1
                        ? s.isNamed(path.get(path.size() - 2).text())
                        : holds(s, column.name().text()))
            .findFirst();
    return own.or(() -> level.outer().flatMap(o -> source(column, o)));
  }

  private static boolean holds(Source source, String column) {
    return source.table().flatMap(t -> t.column(column)).isPresent()
        || source.columns().stream().anyMatch(column::equalsIgnoreCase)
        || source.level().filter(l -> shows(l, column)).isPresent();
  }

  private static boolean shows(Level level, String column) {
    return level.select().items().stream().anyMatch(i -> Level.label(i).equalsIgnoreCase(column));
  }

  boolean connects(Source source, List<Source> others) {
    return (left.equals(source) && others.contains(right))
        || (right.equals(source) && others.contains(left));
  }

  String columnOf(Source source) {
    return left.equals(source) ? leftColumn : rightColumn;
  }

  /**
   * Whether it follows a key as everybody expects: a foreign key of the catalogue, or names that
   * look like one where the catalogue has none from that column. Anything else is worth telling.
   */
  boolean isUsual() {
    Optional<Origin> from = Origin.of(left, leftColumn);
    Optional<Origin> to = Origin.of(right, rightColumn);
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    return from.get().refersTo(to.get())
        || to.get().refersTo(from.get())
        || from.get().isSameKeyAs(to.get());
  }

  /** The stored column that a source shows under a name. */
  private record Origin(Table table, String column) {
    static Optional<Origin> of(Source source, String column) {
      if (source.table().isPresent()) {
        return source.table().map(t -> new Origin(t, column));
      }
      if (source.level().isEmpty()) {
        return Optional.empty();
      }
      Level inner = source.level().orElseThrow();
      return inner.select().items().stream()
          .filter(i -> Level.label(i).equalsIgnoreCase(column))
          .map(i -> i.expression())
          .filter(Expression.Column.class::isInstance)
          .findFirst()
          .flatMap(e -> inner.resolve((Expression.Column) e))
          .filter(Resolved.Stored.class::isInstance)
          .map(Resolved.Stored.class::cast)
          .map(s -> new Origin(s.table(), s.column().name()));
    }

    boolean refersTo(Origin other) {
      List<ForeignKey> keys =
          table.foreignKeys().stream()
              .filter(k -> k.columns().stream().anyMatch(column::equalsIgnoreCase))
              .toList();
      return keys.isEmpty()
          ? looksLikeReferenceTo(other)
          : keys.stream().anyMatch(k -> refersTo(k, other));
    }

    private boolean refersTo(ForeignKey key, Origin other) {
      for (int i = 0; i < key.columns().size(); i++) {
        if (key.columns().get(i).equalsIgnoreCase(column)
            && key.referencedTable().equalsIgnoreCase(other.table.name())
            && key.referencedColumns().get(i).equalsIgnoreCase(other.column)) {
          return true;
        }
      }
      return false;
    }

    /** {@code customer_id} and the {@code id} of customers. */
    private boolean looksLikeReferenceTo(Origin other) {
      String name = column.toLowerCase(Locale.ROOT);
      String key = other.column.toLowerCase(Locale.ROOT);
      if (!name.endsWith("_" + key) || !other.table.primaryKey().contains(other.column)) {
        return false;
      }
      String stem = name.substring(0, name.length() - key.length() - 1);
      return other
          .table
          .name()
          .toLowerCase(Locale.ROOT)
          .startsWith(stem.substring(0, Math.max(1, stem.length() - 1)));
    }

    /** The same key of both, such as a user_id, or a column of the table joined with itself. */
    private boolean isSameKeyAs(Origin other) {
      return column.equalsIgnoreCase(other.column)
          && column.length() > 2
          && table.foreignKeys().isEmpty() == other.table.foreignKeys().isEmpty();
    }
  }
}
