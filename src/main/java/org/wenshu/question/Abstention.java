package org.wenshu.question;

/** Why no SQL was written for a question, as far as dialects tell it apart. */
public enum Abstention {
  /** The question cannot be answered from this schema, or was not understood. */
  UNANSWERABLE,
  /** It refers to something said before, and nothing before is what it refers to. */
  UNRESOLVED_REFERENCE,
  /** What it is about does not exist, or must not be read by the asker; which, is not told. */
  NOT_PERMITTED,
  /** The model's text held no statement. */
  NOTHING_WRITTEN
}
