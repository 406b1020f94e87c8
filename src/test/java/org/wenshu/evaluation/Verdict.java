package org.wenshu.evaluation;

/** What became of one question. */
enum Verdict {
  /** The rows are those of a gold statement, or it was right to abstain and so it did. */
  RIGHT,
  /** Other rows, or rows where it was right to abstain. */
  WRONG,
  /** Its SQL was refused, rejected or too slow; nobody was given rows. */
  FAILED,
  /** No SQL, with a reason. */
  ABSTAINED,
  /** The gold statement itself does not run; counts nowhere. */
  GOLD_FAILED;

  /** Whether a person was given rows, or rightly none. */
  boolean isAnswered() {
    return this == RIGHT || this == WRONG;
  }
}
