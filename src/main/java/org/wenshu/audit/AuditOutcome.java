package org.wenshu.audit;

/** What became of a question. Names are stored and logged, so they are only ever added. */
public enum AuditOutcome {
  /** Rows were told, possibly none. */
  ANSWERED,
  /** The guard or the cost gate refused the statement. */
  REFUSED,
  /** No statement could be written for it. */
  ABSTAINED,
  /** An error ended it. */
  FAILED,
  /** The asker left. */
  CANCELLED,
  /** The question, a model or a statement took too long. */
  TIMED_OUT,
  /** It was never begun, because the server was busy or could keep no record. */
  TURNED_AWAY
}
