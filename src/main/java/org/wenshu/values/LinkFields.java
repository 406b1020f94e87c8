package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;
import org.wenshu.schema.ValueKind;

/** Finds the fields of a dictionary that a predicate can reach without changing its table. */
final class LinkFields {
  private final KnownColumns known;

  LinkFields(KnownColumns known) {
    this.known = known;
  }

  /**
   * The fields in the order of the dictionary; empty when the values of one are unknown, because
   * half a dictionary would link to the wrong half.
   */
  List<LinkField> of(ValueDictionary dictionary, Predicate predicate) {
    Table table = predicate.column().origin().table();
    List<LinkField> fields = new ArrayList<>();
    for (DictionaryField field : dictionary.fields()) {
      Optional<Column> column =
          table
              .column(field.column())
              .filter(c -> field.isIn(table.name()) && c.kind() == ValueKind.TEXT && !c.withheld());
      Optional<String> name = column.flatMap(c -> name(predicate, c));
      if (name.isPresent()) {
        Optional<KnownColumn> values = known.get(table.name(), column.get().name());
        if (values.isEmpty()) {
          return List.of();
        }
        fields.add(
            new LinkField(
                predicate.qualifier() + quoted(name.get()),
                isOwn(predicate, column.get()),
                values.get()));
      }
    }
    return fields.stream().anyMatch(LinkField::own) ? fields : List.of();
  }

  private static Optional<String> name(Predicate predicate, Column column) {
    return isOwn(predicate, column)
        ? Optional.of(predicate.reference().name())
        : predicate
            .scope()
            .sibling(
                predicate.reference(),
                predicate.column(),
                predicate.column().origin().table(),
                column.name());
  }

  private static boolean isOwn(Predicate predicate, Column column) {
    return predicate.column().origin().column().name().equalsIgnoreCase(column.name());
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
