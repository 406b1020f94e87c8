package org.wenshu.security;

import java.time.Instant;
import java.util.Optional;

/** What came of judging one credential. */
public sealed interface CredentialJudgement {
  /** The credential is believed. */
  record Accepted(Identity identity) implements CredentialJudgement {}

  /**
   * The credential is not believed.
   *
   * @param expiredAt when its time was over, for an expired one
   */
  record Refused(CredentialRefusal why, Optional<Instant> expiredAt)
      implements CredentialJudgement {
    /** Refused for something else than its time. */
    public Refused(CredentialRefusal why) {
      this(why, Optional.empty());
    }
  }

  /** Whom the credential belongs to; empty when it is refused. */
  default Optional<Identity> whom() {
    return this instanceof Accepted accepted ? Optional.of(accepted.identity()) : Optional.empty();
  }
}
