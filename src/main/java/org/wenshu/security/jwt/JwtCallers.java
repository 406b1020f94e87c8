package org.wenshu.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.security.CredentialJudgement;
import org.wenshu.security.SignedTokens;

/**
 * Tells callers by JSON Web Tokens. The signature is verified before any claim is read.
 * Thread-safe. Waits only for published keys that are not at hand, on the thread that asks, and no
 * longer than {@link RefetchConfig#timeout()}.
 */
public final class JwtCallers implements SignedTokens {
  private static final Logger LOG = Logger.getLogger(JwtCallers.class.getName());

  private final int maxChars;
  private final SignatureCheck signatures;
  private final ClaimsCheck claims;
  private final CallerClaims callers;

  JwtCallers(JwtConfig config, VerificationKeys keys, Clock clock) {
    this.maxChars = config.maxChars();
    this.signatures = new SignatureCheck(keys);
    this.claims = new ClaimsCheck(config, clock);
    this.callers = new CallerClaims(config.claims());
  }

  /**
   * Believes what the configuration says. Starts to read published keys at once, on the executor.
   *
   * @throws IllegalArgumentException for a public key that cannot be used
   */
  public static JwtCallers of(JwtConfig config, Executor executor) {
    return new JwtCallers(config, keys(config.keys(), executor), Clock.systemUTC());
  }

  private static VerificationKeys keys(KeyOrigin origin, Executor executor) {
    if (origin instanceof KeyOrigin.Pem pem) {
      return FixedKeys.of(pem);
    }
    if (origin instanceof KeyOrigin.Secret secret) {
      return FixedKeys.of(secret);
    }
    PublishedKeys keys =
        new PublishedKeys((KeyOrigin.Published) origin, executor, System::nanoTime);
    keys.prepare();
    return keys;
  }

  @Override
  public CredentialJudgement judge(String credential) {
    JwtJudgement judgement = judgeToken(credential);
    if (judgement instanceof JwtJudgement.Believed believed) {
      return new CredentialJudgement.Accepted(believed.identity());
    }
    JwtJudgement.Refused refused = (JwtJudgement.Refused) judgement;
    JwtRefusal why = refused.why();
    LOG.log(why == JwtRefusal.MALFORMED ? Level.FINE : Level.INFO, "Token refused: {0}", why);
    return new CredentialJudgement.Refused(why.told(), refused.expiredAt());
  }

  JwtJudgement judgeToken(String token) {
    if (token.length() > maxChars) {
      return new JwtJudgement.Refused(JwtRefusal.OVERSIZED);
    }
    try {
      return JWTParser.parse(token) instanceof SignedJWT signed
          ? judge(signed)
          : new JwtJudgement.Refused(JwtRefusal.NOT_SIGNED);
    } catch (ParseException | IllegalArgumentException e) {
      LOG.log(Level.FINEST, "No token", e);
      return new JwtJudgement.Refused(JwtRefusal.MALFORMED);
    }
  }

  private JwtJudgement judge(SignedJWT token) throws ParseException {
    Optional<JwtRefusal> flaw = signatures.flaw(token);
    return flaw.isPresent() ? new JwtJudgement.Refused(flaw.get()) : judge(token.getJWTClaimsSet());
  }

  private JwtJudgement judge(JWTClaimsSet set) {
    return claims
        .flaw(set)
        .map(flaw -> refused(flaw, set))
        .or(() -> callers.identity(set).map(JwtJudgement.Believed::new))
        .orElseGet(() -> new JwtJudgement.Refused(JwtRefusal.CLAIMS));
  }

  private static JwtJudgement refused(JwtRefusal flaw, JWTClaimsSet set) {
    return flaw == JwtRefusal.EXPIRED
        ? new JwtJudgement.Refused(flaw, Optional.of(set.getExpirationTime().toInstant()))
        : new JwtJudgement.Refused(flaw);
  }
}
