package org.wenshu.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.SecretJWK;
import com.nimbusds.jwt.SignedJWT;
import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at the header and the signature of a token, and at nothing else. Thread-safe. */
final class SignatureCheck {
  private static final Logger LOG = Logger.getLogger(SignatureCheck.class.getName());

  /** A token that names no key is tried with so many at most. */
  private static final int MOST_TRIES = 8;

  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

  private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
  private final VerificationKeys keys;

  SignatureCheck(VerificationKeys keys) {
    this.keys = keys;
  }

  /** What is wrong with the signature, if anything. */
  Optional<JwtRefusal> flaw(SignedJWT token) {
    JWSHeader header = token.getHeader();
    if (header.getType() != null && !TYPES.contains(header.getType())) {
      return Optional.of(JwtRefusal.TYPE);
    }
    if (!keys.algorithms().contains(header.getAlgorithm())) {
      return Optional.of(JwtRefusal.ALGORITHM);
    }
    List<JWK> matching = keys.matching(header);
    if (matching.isEmpty()) {
      return Optional.of(JwtRefusal.UNKNOWN_KEY);
    }
    boolean verified = matching.stream().limit(MOST_TRIES).anyMatch(key -> verifies(key, token));
    return verified ? Optional.empty() : Optional.of(JwtRefusal.SIGNATURE);
  }

  private boolean verifies(JWK key, SignedJWT token) {
    try {
      return token.verify(verifiers.createJWSVerifier(token.getHeader(), javaKey(key)));
    } catch (JOSEException e) {
      LOG.log(Level.FINE, "A key does not fit a token", e);
      return false;
    }
  }

  private static Key javaKey(JWK key) throws JOSEException {
    if (key instanceof AsymmetricJWK pair) {
      return pair.toPublicKey();
    }
    return ((SecretJWK) key).toSecretKey();
  }
}
