package org.wenshu.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;

/** Looks at when, by whom and for whom a token was issued. Thread-safe. */
final class ClaimsCheck {
  private final JwtConfig config;
  private final Clock clock;

  ClaimsCheck(JwtConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** What is wrong with these claims, if anything. */
  Optional<JwtRefusal> flaw(JWTClaimsSet claims) {
    return timeFlaw(claims).or(() -> partyFlaw(claims));
  }

  private Optional<JwtRefusal> timeFlaw(JWTClaimsSet claims) {
    Date expiry = claims.getExpirationTime();
    Instant now = clock.instant();
    if (expiry == null) {
      return Optional.of(JwtRefusal.NO_EXPIRY);
    }
    if (!now.isBefore(expiry.toInstant().plus(config.clockSkew()))) {
      return Optional.of(JwtRefusal.EXPIRED);
    }
    boolean early =
        isToCome(claims.getNotBeforeTime(), now) || isToCome(claims.getIssueTime(), now);
    return early ? Optional.of(JwtRefusal.NOT_YET_VALID) : Optional.empty();
  }

  private boolean isToCome(Date time, Instant now) {
    return time != null && now.isBefore(time.toInstant().minus(config.clockSkew()));
  }

  private Optional<JwtRefusal> partyFlaw(JWTClaimsSet claims) {
    if (config.issuer().isPresent() && !config.issuer().get().equals(claims.getIssuer())) {
      return Optional.of(JwtRefusal.ISSUER);
    }
    boolean forUs =
        config.audience().isEmpty()
            || !Collections.disjoint(config.audience(), claims.getAudience());
    return forUs ? Optional.empty() : Optional.of(JwtRefusal.AUDIENCE);
  }
}
