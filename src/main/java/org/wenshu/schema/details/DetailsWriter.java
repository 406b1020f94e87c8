package org.wenshu.schema.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** Puts together what one caller is told. For one answer. */
final class DetailsWriter {
  private final SchemaSnapshot visible;
  private final WithheldNames withheld;
  private final CatalogueFacts catalogue;
  private final Relationships relationships;

  DetailsWriter(
      SchemaSnapshot visible,
      WithheldNames withheld,
      CatalogueFacts catalogue,
      Relationships relationships) {
    this.visible = visible;
    this.withheld = withheld;
    this.catalogue = catalogue;
    this.relationships = relationships;
  }

  TableDetails table(Table table) {
    TableFacts facts = catalogue.table(table.name());
    boolean counted = areRowsOpen(table) && !table.view();
    return new TableDetails(
        table.name(),
        table.comment(),
        facts.engine,
        facts.charset,
        columns(table, facts),
        facts.indexes().stream().filter(index -> isOpen(index, table, facts)).toList(),
        foreignKeys(table, facts),
        relationships.of(table),
        counted ? Math.max(facts.rows, table.estimatedRows()) : 0,
        counted ? facts.dataLength : 0,
        facts.createdAt,
        counted ? facts.updatedAt : Optional.empty());
  }

  ViewDetails view(Table view) {
    String definition = withheld.occurIn(view.definition()) ? "" : view.definition();
    return new ViewDetails(
        view.name(), definition, view.comment(), catalogue.table(view.name()).createdAt);
  }

  /** Where every value is withheld, the caller may not see every row, nor count them. */
  private static boolean areRowsOpen(Table table) {
    return !table.columns().stream().allMatch(Column::withheld);
  }

  private List<ColumnDetails> columns(Table table, TableFacts facts) {
    List<ColumnDetails> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      TableFacts.ColumnFacts known = facts.column(column.name());
      columns.add(
          new ColumnDetails(
              column.name(),
              column.columnType(),
              column.nullable(),
              defaultValue(column, known),
              column.comment(),
              column.key() == Column.Key.PRIMARY,
              known.autoIncrement(),
              columns.size() + 1,
              known.characterSet(),
              known.collation()));
    }
    return columns;
  }

  private String defaultValue(Column column, TableFacts.ColumnFacts known) {
    boolean named = known.expression() && withheld.occurIn(known.defaultValue());
    return column.withheld() || named ? "" : known.defaultValue();
  }

  /** An index that bears the name of a foreign key is told of only with that key. */
  private static boolean isOpen(IndexDetails index, Table table, TableFacts facts) {
    boolean known = index.columns().stream().allMatch(c -> isKnown(c, table));
    return known
        && facts
            .keyNamed(index.name())
            .filter(key -> table.foreignKeys().stream().noneMatch(k -> k.columns().equals(key)))
            .isEmpty();
  }

  private static boolean isKnown(String part, Table table) {
    return part.equals(IndexDetails.EXPRESSION) || table.column(part).isPresent();
  }

  private List<ForeignKeyDetails> foreignKeys(Table table, TableFacts facts) {
    List<ForeignKeyDetails> details = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      TableFacts.KeyFacts known = facts.key(key.columns());
      for (int i = 0; i < key.columns().size(); i++) {
        details.add(
            new ForeignKeyDetails(
                known.name(),
                key.columns().get(i),
                visible.table(key.referencedTable()).map(Table::name).orElse(key.referencedTable()),
                key.referencedColumns().get(i),
                known.onUpdate(),
                known.onDelete()));
      }
    }
    return details;
  }
}
