package org.wenshu.security.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.HashSet;
import java.util.Set;

/** Binds algorithms to kinds of keys, so that no key is used in a way it was not made for. */
final class KeyMatch {
  /** RSA keys are of at least this size. */
  static final int LEAST_RSA_BITS = 2048;

  /** Signatures by private keys over RSA and the NIST curves. */
  static final Set<JWSAlgorithm> ASYMMETRIC =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private KeyMatch() {}

  /** Matches keys of the kind, and for elliptic curves the curve, that an algorithm needs. */
  static JWKMatcher.Builder of(JWSAlgorithm algorithm) {
    JWKMatcher.Builder match =
        new JWKMatcher.Builder()
            .keyType(KeyType.forAlgorithm(algorithm))
            .keyUses(KeyUse.SIGNATURE, null)
            .algorithms(algorithm, null);
    return JWSAlgorithm.Family.EC.contains(algorithm)
        ? match.curves(new HashSet<>(Curve.forJWSAlgorithm(algorithm)))
        : match;
  }
}
