package org.wenshu.schema.details;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** What the tables of a schema refer to: by foreign keys, else by what their columns are called. */
final class References {
  private final SchemaSnapshot visible;
  private final CatalogueFacts facts;
  private final ReferredNames names;

  References(SchemaSnapshot visible, CatalogueFacts facts) {
    this.visible = visible;
    this.facts = facts;
    this.names = new ReferredNames(visible);
  }

  List<Reference> of(Table table) {
    List<Reference> references = new ArrayList<>();
    Set<String> declared = new HashSet<>();
    for (ForeignKey key : table.foreignKeys()) {
      key.columns().forEach(c -> declared.add(c.toLowerCase(Locale.ROOT)));
      visible.table(key.referencedTable()).ifPresent(t -> references.add(declared(table, key, t)));
    }
    for (Column column : table.columns()) {
      if (!table.view() && !declared.contains(column.name().toLowerCase(Locale.ROOT))) {
        guess(table, column, references);
      }
    }
    return references;
  }

  private Reference declared(Table table, ForeignKey key, Table target) {
    String name = facts.table(table.name()).key(key.columns()).name();
    String known = name.isEmpty() ? table.name() + "." + String.join(",", key.columns()) : name;
    return new Reference(table, key.columns(), target, key.referencedColumns(), known, false);
  }

  private void guess(Table table, Column column, List<Reference> references) {
    names
        .tableOf(table, column)
        .ifPresent(
            target ->
                key(target)
                    .filter(c -> c.kind() == column.kind())
                    .ifPresent(
                        c ->
                            references.add(
                                new Reference(
                                    table,
                                    List.of(column.name()),
                                    target,
                                    List.of(c.name()),
                                    table.name() + "." + column.name(),
                                    true))));
  }

  /** What a reference would hold: the single column of the primary key, or one called id. */
  private static Optional<Column> key(Table target) {
    return target.primaryKey().size() == 1
        ? target.column(target.primaryKey().get(0))
        : target.column("id");
  }
}
