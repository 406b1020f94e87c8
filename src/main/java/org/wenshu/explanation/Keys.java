package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;

/** Says what rows are grouped by. */
final class Keys {
  private final Speech speech;

  Keys(Speech speech) {
    this.speech = speech;
  }

  /** Names of the groups; a table whose key is among them stands for all of its columns. */
  List<String> of(List<Expression> expressions, Level level) {
    List<Table> tables = new ArrayList<>();
    for (Expression expression : expressions) {
      stored(expression, level)
          .filter(s -> s.table().primaryKey().equals(List.of(s.column().name())))
          .ifPresent(s -> tables.add(s.table()));
    }
    List<String> names = new ArrayList<>();
    for (Expression expression : expressions) {
      Optional<Table> table =
          stored(expression, level).map(Resolved.Stored::table).filter(tables::contains);
      String name =
          table.map(speech.words::row).orElseGet(() -> speech.terms.text(expression, level));
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static Optional<Resolved.Stored> stored(Expression expression, Level level) {
    return expression instanceof Expression.Column column
        ? level
            .resolve(column)
            .filter(Resolved.Stored.class::isInstance)
            .map(Resolved.Stored.class::cast)
        : Optional.empty();
  }
}
