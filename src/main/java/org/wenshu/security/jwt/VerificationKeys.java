package org.wenshu.security.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Set;

/** The keys that verify signatures. Implementations are thread-safe. */
interface VerificationKeys {
  /** The algorithms that these keys are used with; no other is ever tried. */
  Set<JWSAlgorithm> algorithms();

  /** The keys that fit a header, all of the kind its algorithm needs. May wait for a deadline. */
  List<JWK> matching(JWSHeader header);
}
