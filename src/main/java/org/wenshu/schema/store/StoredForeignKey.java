package org.wenshu.schema.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.wenshu.schema.ForeignKey;

/** A stored foreign key; the table that holds it is the row's owner. */
@Embeddable
record StoredForeignKey(
    @Column(name = "column_names") @Convert(converter = StringListConverter.class)
        List<String> columns,
    @Column(name = "referenced_table") String referencedTable,
    @Column(name = "referenced_column_names") @Convert(converter = StringListConverter.class)
        List<String> referencedColumns) {

  static StoredForeignKey of(ForeignKey key) {
    return new StoredForeignKey(key.columns(), key.referencedTable(), key.referencedColumns());
  }

  ForeignKey from(String table) {
    return new ForeignKey(table, columns, referencedTable, referencedColumns);
  }
}
