package org.wenshu.schema;

import java.util.Optional;

/** Where the catalogue is read from: the database being asked. Thread-safe. */
public interface SchemaSource {
  /**
   * Reads the whole catalogue anew.
   *
   * @param previous the catalogue so far; where time ran out before a column was sampled, its
   *     values are taken over
   * @throws org.wenshu.error.WenshuException with SCHEMA_UNAVAILABLE when the database does not
   *     answer or answers too late
   */
  SchemaSnapshot scan(Optional<SchemaSnapshot> previous);
}
