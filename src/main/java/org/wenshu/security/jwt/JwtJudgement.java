package org.wenshu.security.jwt;

import org.wenshu.security.Caller;

/** What came of judging a token. */
sealed interface JwtJudgement {
  /** The token is believed. */
  record Believed(Caller caller) implements JwtJudgement {}

  /** The token is not believed. */
  record Refused(JwtRefusal why) implements JwtJudgement {}
}
