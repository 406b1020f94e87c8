package org.wenshu.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.security.CredentialJudgement;
import org.wenshu.security.CredentialRefusal;

/** Tokens that are not quite right, one flaw each. */
class JwtCallersTest {
  private static final String SECRET = "a secret of more than thirty-two bytes";

  private static TestingIssuer issuer;

  private final JwtCallers callers =
      with(new KeyOrigin.Published(issuer.jwksUrl(), RefetchConfig.defaults()));

  @BeforeAll
  static void start() {
    issuer = TestingIssuer.start();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void believesATokenInOrder() {
    assertThat(callers.judge(issuer.token(TestingIssuer.claims("li"))).whom())
        .map(identity -> identity.caller().name())
        .contains("li");
  }

  @Test
  void refusesAnExpiredToken() {
    assertRefused(JwtRefusal.EXPIRED, claims -> claims.expirationTime(inSeconds(-31)));
    assertBelieved(claims -> claims.expirationTime(inSeconds(-20)));
  }

  @Test
  void tellsWhenATokenExpired() {
    Date end = Date.from(Instant.ofEpochSecond(1_700_000_000));
    assertThat(callers.judge(issuer.token(TestingIssuer.claims("li").expirationTime(end))))
        .isEqualTo(
            new CredentialJudgement.Refused(
                CredentialRefusal.TOKEN_EXPIRED, Optional.of(end.toInstant())));
  }

  @Test
  void tellsNothingOfATokenThatIsNotTrusted() throws JOSEException {
    RSAKey stranger = new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
    String token = signed(JWSAlgorithm.RS256, stranger, TestingIssuer.expired("li"));
    assertThat(callers.judge(token))
        .isEqualTo(new CredentialJudgement.Refused(CredentialRefusal.SIGNATURE_INVALID));
  }

  /** The whole matrix in the words a client meets. */
  @ParameterizedTest
  @CsvSource({
    "OVERSIZED, token_malformed",
    "MALFORMED, token_malformed",
    "NOT_SIGNED, signature_invalid",
    "TYPE, not_authenticated",
    "ALGORITHM, signature_invalid",
    "UNKNOWN_KEY, signature_invalid",
    "SIGNATURE, signature_invalid",
    "NO_EXPIRY, not_authenticated",
    "EXPIRED, token_expired",
    "NOT_YET_VALID, token_not_yet_valid",
    "ISSUER, not_authenticated",
    "AUDIENCE, not_authenticated",
    "CLAIMS, not_authenticated"
  })
  void tellsTheBearerOneOfSixReasons(JwtRefusal why, String reason) {
    assertThat(why.told().reason()).isEqualTo(reason);
  }

  @Test
  void refusesATokenThatNeverExpires() {
    assertRefused(JwtRefusal.NO_EXPIRY, claims -> claims.expirationTime(null));
  }

  @Test
  void refusesATokenThatIsNotYetValid() {
    assertRefused(JwtRefusal.NOT_YET_VALID, claims -> claims.notBeforeTime(inSeconds(60)));
    assertBelieved(claims -> claims.notBeforeTime(inSeconds(20)));
    assertRefused(JwtRefusal.NOT_YET_VALID, claims -> claims.issueTime(inSeconds(60)));
    assertBelieved(claims -> claims.issueTime(inSeconds(20)));
  }

  @Test
  void refusesAnotherIssuer() {
    assertRefused(JwtRefusal.ISSUER, claims -> claims.issuer("https://other.example"));
    assertRefused(JwtRefusal.ISSUER, claims -> claims.issuer(null));
  }

  @Test
  void refusesAnotherAudience() {
    assertRefused(JwtRefusal.AUDIENCE, claims -> claims.audience("other"));
    assertRefused(JwtRefusal.AUDIENCE, claims -> claims.audience((String) null));
  }

  @Test
  void refusesAnUnknownKey() throws JOSEException {
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
    assertRefused(
        JwtRefusal.UNKNOWN_KEY, signed(JWSAlgorithm.RS256, stranger, TestingIssuer.claims("li")));
  }

  @Test
  void refusesAKeyUnderAnothersName() throws JOSEException {
    RSAKey stranger = new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
    assertRefused(
        JwtRefusal.SIGNATURE, signed(JWSAlgorithm.RS256, stranger, TestingIssuer.claims("li")));
  }

  @Test
  void refusesATokenWithoutSignature() {
    String plain = new PlainJWT(TestingIssuer.claims("li").build()).serialize();
    assertRefused(JwtRefusal.NOT_SIGNED, plain);
    String[] parts = issuer.token(TestingIssuer.claims("li")).split("\\.", -1);
    assertRefused(JwtRefusal.MALFORMED, parts[0] + "." + parts[1] + ".");
  }

  @Test
  void refusesASecretMadeOfThePublicKey() throws JOSEException {
    PublicKey key = issuer.key().toPublicKey();
    for (byte[] secret :
        new byte[][] {key.getEncoded(), pem(key).getBytes(StandardCharsets.UTF_8)}) {
      String token =
          TestingIssuer.sign(
              JWSAlgorithm.HS256,
              issuer.key().getKeyID(),
              new MACSigner(secret),
              TestingIssuer.claims("li"));
      assertRefused(JwtRefusal.ALGORITHM, token);
      assertRefused(with(new KeyOrigin.Pem(pem(key))), JwtRefusal.ALGORITHM, token);
    }
  }

  @Test
  void refusesATamperedPayload() {
    String[] parts = issuer.token(TestingIssuer.claims("li")).split("\\.", -1);
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"li\"", "\"admin\"");
    String tampered =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    assertRefused(JwtRefusal.SIGNATURE, parts[0] + "." + tampered + "." + parts[2]);
  }

  @Test
  void refusesAnOversizedToken() {
    assertRefused(JwtRefusal.OVERSIZED, claims -> claims.claim("filler", "x".repeat(8_192)));
  }

  @Test
  void refusesATokenForAnotherPurpose() throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(issuer.key().getKeyID())
            .type(new JOSEObjectType("logout+jwt"))
            .build();
    SignedJWT token = new SignedJWT(header, TestingIssuer.claims("li").build());
    token.sign(new RSASSASigner(issuer.key()));
    assertRefused(JwtRefusal.TYPE, token.serialize());
  }

  @Test
  void refusesATokenWithoutName() {
    assertRefused(JwtRefusal.CLAIMS, claims -> claims.subject(null));
    assertRefused(JwtRefusal.CLAIMS, claims -> claims.subject("two\nlines"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a.b.c", "it-token", "{}.{}.{}", "eyJhbGciOiJub25lIn0..", "é.ü.ö"})
  void refusesWhatIsNoToken(String text) {
    assertThat(callers.judge(text).whom()).isEmpty();
  }

  @Test
  void refusesDeepNesting() {
    String deep = "{\"a\":".repeat(1_900);
    String header = Base64.getUrlEncoder().encodeToString(deep.getBytes(StandardCharsets.UTF_8));
    assertThat(with(new KeyOrigin.Secret(SECRET)).judgeToken(header + ".e30.e30"))
        .isInstanceOf(JwtJudgement.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "PS256"})
  void believesRsaInAllItsForms(String algorithm) {
    String token = signed(JWSAlgorithm.parse(algorithm), issuer.key(), TestingIssuer.claims("li"));
    assertThat(callers.judgeToken(token)).isInstanceOf(JwtJudgement.Believed.class);
  }

  @Test
  void believesPublicKeysOfBothKinds() throws JOSEException {
    ECKey curve = new ECKeyGenerator(Curve.P_256).generate();
    String pem = pem(issuer.key().toPublicKey()) + pem(curve.toPublicKey());
    JwtCallers fixed = with(new KeyOrigin.Pem(pem));
    assertThat(fixed.judgeToken(issuer.token(TestingIssuer.claims("li"))))
        .isInstanceOf(JwtJudgement.Believed.class);
    String token =
        TestingIssuer.sign(
            JWSAlgorithm.ES256, "any", new ECDSASigner(curve), TestingIssuer.claims("li"));
    assertThat(fixed.judgeToken(token)).isInstanceOf(JwtJudgement.Believed.class);
    ECKey larger = new ECKeyGenerator(Curve.P_384).generate();
    assertRefused(
        fixed,
        JwtRefusal.UNKNOWN_KEY,
        TestingIssuer.sign(
            JWSAlgorithm.ES384, null, new ECDSASigner(larger), TestingIssuer.claims("li")));
  }

  @Test
  void believesASecretAsFarAsItIsLongEnough() throws JOSEException {
    JwtCallers short32 = with(new KeyOrigin.Secret(SECRET));
    JwtCallers long64 = with(new KeyOrigin.Secret(SECRET + SECRET));
    assertThat(short32.judgeToken(withSecret(JWSAlgorithm.HS256, SECRET)))
        .isInstanceOf(JwtJudgement.Believed.class);
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      String token = withSecret(algorithm, SECRET + SECRET);
      assertThat(long64.judgeToken(token)).isInstanceOf(JwtJudgement.Believed.class);
      assertRefused(
          short32,
          algorithm.equals(JWSAlgorithm.HS256) ? JwtRefusal.SIGNATURE : JwtRefusal.ALGORITHM,
          token);
    }
    assertRefused(long64, JwtRefusal.ALGORITHM, issuer.token(TestingIssuer.claims("li")));
  }

  private static String withSecret(JWSAlgorithm algorithm, String secret) throws JOSEException {
    return TestingIssuer.sign(algorithm, null, new MACSigner(secret), TestingIssuer.claims("li"));
  }

  private void assertRefused(JwtRefusal why, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertRefused(why, issuer.token(change.apply(TestingIssuer.claims("li"))));
  }

  private void assertRefused(JwtRefusal why, String token) {
    assertRefused(callers, why, token);
  }

  private static void assertRefused(JwtCallers callers, JwtRefusal why, String token) {
    assertThat(callers.judgeToken(token))
        .isInstanceOfSatisfying(
            JwtJudgement.Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    assertThat(callers.judge(token))
        .isInstanceOfSatisfying(
            CredentialJudgement.Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(why.told());
              assertThat(refused.expiredAt().isPresent()).isEqualTo(why == JwtRefusal.EXPIRED);
            });
  }

  private void assertBelieved(UnaryOperator<JWTClaimsSet.Builder> change) {
    String token = issuer.token(change.apply(TestingIssuer.claims("li")));
    assertThat(callers.judgeToken(token)).isInstanceOf(JwtJudgement.Believed.class);
  }

  private static String signed(JWSAlgorithm algorithm, RSAKey key, JWTClaimsSet.Builder claims) {
    try {
      return TestingIssuer.sign(algorithm, key.getKeyID(), new RSASSASigner(key), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JwtCallers with(KeyOrigin origin) {
    JwtConfig config =
        new JwtConfig(
            origin,
            Optional.of(TestingIssuer.NAME),
            Set.of("another", TestingIssuer.AUDIENCE),
            Duration.ofSeconds(30),
            8_192,
            JwtConfig.ClaimNames.defaults());
    return JwtCallers.of(config, task -> new Thread(task).start());
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static Date inSeconds(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
