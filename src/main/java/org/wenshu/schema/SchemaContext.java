package org.wenshu.schema;

import java.util.List;

/**
 * What schema linking found for one question.
 *
 * @param snapshot the catalogue it was found in
 * @param tables most relevant first; joined tables that the foreign keys require come last
 */
public record SchemaContext(SchemaSnapshot snapshot, List<Table> tables) {
  /** Copies the list. */
  public SchemaContext {
    tables = List.copyOf(tables);
  }
}
