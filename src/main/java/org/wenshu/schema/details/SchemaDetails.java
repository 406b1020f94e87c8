package org.wenshu.schema.details;

import java.time.Instant;
import java.util.List;

/**
 * A whole schema as described to a caller.
 *
 * @param database its name
 * @param tables in name order, without views
 * @param views in name order
 * @param version changes whenever what the caller may know of tables and columns does
 * @param updatedAt when this version was found
 */
public record SchemaDetails(
    String database,
    List<TableDetails> tables,
    List<ViewDetails> views,
    String version,
    Instant updatedAt) {
  /** Copies the lists. */
  public SchemaDetails {
    tables = List.copyOf(tables);
    views = List.copyOf(views);
  }
}
