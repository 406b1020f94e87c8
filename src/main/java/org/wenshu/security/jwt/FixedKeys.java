package org.wenshu.security.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Keys from the configuration. They have no identifiers, so those in tokens do not matter. */
record FixedKeys(Set<JWSAlgorithm> algorithms, List<JWK> keys) implements VerificationKeys {
  static FixedKeys of(KeyOrigin.Pem pem) {
    return new FixedKeys(KeyMatch.ASYMMETRIC, PemPublicKeys.read(pem.text()));
  }

  /** A secret serves the algorithms whose digest is no longer than itself (RFC 7518, 3.2). */
  static FixedKeys of(KeyOrigin.Secret secret) {
    byte[] bytes = secret.text().getBytes(StandardCharsets.UTF_8);
    JWK key = new OctetSequenceKey.Builder(bytes).build();
    return new FixedKeys(MACSigner.getCompatibleAlgorithms(bytes.length * Byte.SIZE), List.of(key));
  }

  @Override
  public List<JWK> matching(JWSHeader header) {
    JWKMatcher match = KeyMatch.of(header.getAlgorithm()).build();
    return keys.stream().filter(match::matches).toList();
  }
}
