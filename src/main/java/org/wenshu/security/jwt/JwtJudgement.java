package org.wenshu.security.jwt;

import java.time.Instant;
import java.util.Optional;
import org.wenshu.security.Identity;

/** What came of judging a token. */
sealed interface JwtJudgement {
  /** The token is believed. */
  record Believed(Identity identity) implements JwtJudgement {}

  /**
   * The token is not believed.
   *
   * @param expiredAt what an expired token says of its end
   */
  record Refused(JwtRefusal why, Optional<Instant> expiredAt) implements JwtJudgement {
    Refused(JwtRefusal why) {
      this(why, Optional.empty());
    }
  }
}
