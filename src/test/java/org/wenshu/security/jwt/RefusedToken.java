package org.wenshu.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.wenshu.security.CredentialRefusal;

/** Tokens that nobody may get in with, made from an issuer's whose tokens are believed. */
public enum RefusedToken {
  /** Its time is over. */
  EXPIRED(CredentialRefusal.TOKEN_EXPIRED) {
    @Override
    public String of(TestingIssuer issuer) {
      return issuer.token(TestingIssuer.expired(NAME));
    }
  },
  /** Its time has not come. */
  NOT_YET_VALID(CredentialRefusal.TOKEN_NOT_YET_VALID) {
    @Override
    public String of(TestingIssuer issuer) {
      Date later = Date.from(Instant.now().plusSeconds(200));
      return issuer.token(TestingIssuer.claims(NAME).notBeforeTime(later));
    }
  },
  /** Another has issued it. */
  WRONG_ISSUER(CredentialRefusal.NOT_AUTHENTICATED) {
    @Override
    public String of(TestingIssuer issuer) {
      return issuer.token(TestingIssuer.claims(NAME).issuer("https://other.example"));
    }
  },
  /** It is meant for another server. */
  WRONG_AUDIENCE(CredentialRefusal.NOT_AUTHENTICATED) {
    @Override
    public String of(TestingIssuer issuer) {
      return issuer.token(TestingIssuer.claims(NAME).audience("another"));
    }
  },
  /** It names a key that nobody publishes. */
  UNKNOWN_KEY(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) throws JOSEException {
      return signedBy(new RSAKeyGenerator(2048).keyID("stranger").generate());
    }
  },
  /** It names a published key, and another has signed it. */
  STRANGERS_SIGNATURE(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) throws JOSEException {
      return signedBy(new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate());
    }
  },
  /** Nobody has signed it, and it says so. */
  ALGORITHM_NONE(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) {
      return new PlainJWT(TestingIssuer.claims(NAME).build()).serialize();
    }
  },
  /** It takes the public key for a secret. */
  SECRET_OF_PUBLIC_KEY(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) throws JOSEException {
      MACSigner signer = new MACSigner(issuer.key().toPublicKey().getEncoded());
      return TestingIssuer.sign(
          JWSAlgorithm.HS256, issuer.key().getKeyID(), signer, TestingIssuer.claims(NAME));
    }
  },
  /** Its name was changed after it was signed. */
  TAMPERED(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) {
      String[] parts = issuer.token(TestingIssuer.claims(NAME)).split("\\.", -1);
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      String changed = new String(claims, StandardCharsets.UTF_8).replace(NAME, "root");
      byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
      return String.join(
          ".", parts[0], Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), parts[2]);
    }
  },
  /** Its key has been replaced by another. */
  ROTATED_OUT(CredentialRefusal.SIGNATURE_INVALID) {
    @Override
    public String of(TestingIssuer issuer) {
      String old = issuer.token(TestingIssuer.claims(NAME));
      issuer.rotate();
      return old;
    }
  };

  private static final String NAME = "matrix";

  private final CredentialRefusal why;

  RefusedToken(CredentialRefusal why) {
    this.why = why;
  }

  /** What a client is told, where the protocol has a word for it. */
  public String reason() {
    return why.reason();
  }

  /** Makes one. */
  public abstract String of(TestingIssuer issuer) throws JOSEException;

  private static String signedBy(RSAKey key) throws JOSEException {
    JWTClaimsSet.Builder claims = TestingIssuer.claims(NAME);
    return TestingIssuer.sign(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key), claims);
  }
}
