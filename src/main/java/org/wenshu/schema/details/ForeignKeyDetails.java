package org.wenshu.schema.details;

/**
 * One column of a foreign key.
 *
 * @param name of the key, alike for all its columns; empty where not known
 * @param column the referencing column
 * @param referencedTable the table referred to
 * @param referencedColumn its column
 * @param onUpdate such as {@code CASCADE}; empty where not known
 * @param onDelete such as {@code RESTRICT}; empty where not known
 */
public record ForeignKeyDetails(
    String name,
    String column,
    String referencedTable,
    String referencedColumn,
    String onUpdate,
    String onDelete) {}
