package org.wenshu.schema.details;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table or view as described to a caller.
 *
 * @param name as stored
 * @param comment empty when there is none
 * @param engine such as {@code InnoDB}; empty for views and where not known
 * @param charset such as {@code utf8mb4}; empty for views and where not known
 * @param columns in their order
 * @param indexes the primary key first
 * @param foreignKeys those the table holds, one entry for each column
 * @param relationships empty when they were not asked for
 * @param rowCount the server's estimate; 0 for views, and where rows are withheld from the caller
 * @param dataLength in bytes; 0 like the row count
 * @param createdAt empty where the server does not tell
 * @param updatedAt when rows changed last; empty where the server does not tell
 */
public record TableDetails(
    String name,
    String comment,
    String engine,
    String charset,
    List<ColumnDetails> columns,
    List<IndexDetails> indexes,
    List<ForeignKeyDetails> foreignKeys,
    List<Relationship> relationships,
    long rowCount,
    long dataLength,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {
  /** Copies the lists. */
  public TableDetails {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
    relationships = List.copyOf(relationships);
  }
}
