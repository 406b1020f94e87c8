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
import org.wenshu.security.Caller;
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
  public Optional<Caller> caller(String credential) {
    JwtJudgement judgement = judge(credential);
    if (judgement instanceof JwtJudgement.Believed believed) {
      return Optional.of(believed.caller());
    }
    JwtRefusal why = ((JwtJudgement.Refused) judgement).why();
    LOG.log(why == JwtRefusal.MALFORMED ? Level.FINE : Level.INFO, "Token refused: {0}", why);
    return Optional.empty();
  }

  JwtJudgement judge(String token) {
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
    if (flaw.isEmpty()) {
      flaw = claims.flaw(token.getJWTClaimsSet());
    }
    return flaw.isPresent() ? new JwtJudgement.Refused(flaw.get()) : named(token.getJWTClaimsSet());
  }

  private JwtJudgement named(JWTClaimsSet set) {
    return callers
        .caller(set)
        .<JwtJudgement>map(JwtJudgement.Believed::new)
        .orElseGet(() -> new JwtJudgement.Refused(JwtRefusal.CLAIMS));
  }
}
