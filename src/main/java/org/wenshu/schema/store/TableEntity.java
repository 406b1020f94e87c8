package org.wenshu.schema.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.wenshu.schema.ContentHash;
import org.wenshu.schema.Table;

/**
 * A stored table with its columns and foreign keys. Subselect fetching reads the columns of all
 * tables with one statement.
 */
@Entity
@jakarta.persistence.Table(name = "catalogue_table")
class TableEntity {
  @EmbeddedId private TableKey key;

  @Column(name = "is_view")
  private boolean view;

  private String comment;

  @Column(name = "primary_key")
  @Convert(converter = StringListConverter.class)
  private List<String> primaryKey;

  @Column(name = "estimated_rows")
  private long estimatedRows;

  private String definition;

  @Column(name = "content_hash")
  private String contentHash;

  @ElementCollection
  @CollectionTable(
      name = "catalogue_column",
      joinColumns = {
        @JoinColumn(name = "catalogue_id", referencedColumnName = "catalogue_id"),
        @JoinColumn(name = "table_name", referencedColumnName = "name")
      })
  @OrderColumn(name = "ordinal")
  @Fetch(FetchMode.SUBSELECT)
  private List<StoredColumn> columns = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "catalogue_foreign_key",
      joinColumns = {
        @JoinColumn(name = "catalogue_id", referencedColumnName = "catalogue_id"),
        @JoinColumn(name = "table_name", referencedColumnName = "name")
      })
  @OrderColumn(name = "ordinal")
  @Fetch(FetchMode.SUBSELECT)
  private List<StoredForeignKey> foreignKeys = new ArrayList<>();

  /** For JPA. */
  protected TableEntity() {}

  TableEntity(long catalogueId, Table table) {
    key = new TableKey(catalogueId, table.name());
    become(table);
  }

  String name() {
    return key.name();
  }

  String contentHash() {
    return contentHash;
  }

  final void become(Table table) {
    view = table.view();
    comment = table.comment();
    primaryKey = table.primaryKey();
    estimatedRows = table.estimatedRows();
    definition = table.definition();
    contentHash = ContentHash.of(table);
    columns.clear();
    table.columns().forEach(column -> columns.add(StoredColumn.of(column)));
    foreignKeys.clear();
    table.foreignKeys().forEach(foreignKey -> foreignKeys.add(StoredForeignKey.of(foreignKey)));
  }

  Table toTable() {
    return new Table(
        key.name(),
        view,
        comment,
        columns.stream().map(StoredColumn::toColumn).toList(),
        primaryKey,
        foreignKeys.stream().map(foreignKey -> foreignKey.from(key.name())).toList(),
        estimatedRows,
        definition);
  }
}
