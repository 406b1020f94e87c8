package org.wenshu.schema.details;

import org.wenshu.question.Deadline;

/** Where details are read from: the database being asked. Thread-safe. */
interface FactsSource {
  /**
   * Reads all of them anew.
   *
   * @throws org.wenshu.error.WenshuException with SCHEMA_UNAVAILABLE when the database does not
   *     answer or answers too late
   */
  CatalogueFacts read(Deadline deadline);
}
