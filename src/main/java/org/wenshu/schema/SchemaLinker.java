package org.wenshu.schema;

import org.wenshu.question.Question;

/** Finds the tables a question is about. Thread-safe. */
public interface SchemaLinker {
  /**
   * The tables the question seems to be about, and those the foreign keys between them require.
   *
   * @throws org.wenshu.error.WenshuException with SCHEMA_UNAVAILABLE before the first scan ended
   */
  SchemaContext link(Question question);
}
