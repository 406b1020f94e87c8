package org.wenshu.schema.store;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wenshu.schema.Column;

/** A stored column. */
@Embeddable
record StoredColumn(
    String name,
    int position,
    @jakarta.persistence.Column(name = "data_type") String dataType,
    @jakarta.persistence.Column(name = "column_type") String columnType,
    @jakarta.persistence.Column(name = "is_nullable") boolean nullable,
    String comment,
    @jakarta.persistence.Column(name = "key_role")
        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        Column.Key keyRole,
    @jakarta.persistence.Column(name = "sample_values")
        @Convert(converter = StringListConverter.class)
        List<String> sampleValues) {

  static StoredColumn of(Column column) {
    return new StoredColumn(
        column.name(),
        column.position(),
        column.dataType(),
        column.columnType(),
        column.nullable(),
        column.comment(),
        column.key(),
        column.sampleValues());
  }

  Column toColumn() {
    return new Column(
        name, position, dataType, columnType, nullable, comment, keyRole, sampleValues);
  }
}
