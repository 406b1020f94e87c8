package org.wenshu.security.policy;

import java.util.Optional;

/** Which columns are masked by their names (contract of the RAG query protocol, section 7.3). */
public enum Masking {
  /** None: the rules alone decide. */
  NONE,
  /** Passwords, which nobody sees. */
  PASSWORDS,
  /** Passwords, and whatever tells who people are and how to reach or charge them. */
  PERSONAL;

  /** What of this a column is, if anything. */
  Optional<SensitiveColumn> covers(String column, ValueFamily family) {
    return this == NONE
        ? Optional.empty()
        : SensitiveColumn.of(column, family)
            .filter(kind -> this == PERSONAL || kind == SensitiveColumn.PASSWORD);
  }
}
