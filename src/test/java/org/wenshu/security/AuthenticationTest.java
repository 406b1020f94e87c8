package org.wenshu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.security.CredentialJudgement.Accepted;
import org.wenshu.security.CredentialJudgement.Refused;

class AuthenticationTest {
  private static final Map<String, String> OPAQUE = Map.of("opaque", "li");
  private static final Refused EXPIRED =
      new Refused(CredentialRefusal.TOKEN_EXPIRED, Optional.of(Instant.EPOCH));

  /** Believes one token, and finds every other expired. */
  private final SignedTokens signed =
      credential ->
          credential.equals("a.b.c") ? new Accepted(Identity.of(new Caller("han"))) : EXPIRED;

  private final Authentication required =
      new Authentication(new AuthenticationConfig(true, OPAQUE), signed);
  private final Authentication off =
      new Authentication(new AuthenticationConfig(false, OPAQUE), signed);

  @Test
  void triesOpaqueTokensBeforeSignedOnes() {
    assertThat(required.caller(List.of("a.b.c", "opaque"))).contains(new Caller("li"));
    assertThat(required.caller(List.of("wrong", "a.b.c"))).contains(new Caller("han"));
    assertThat(off.caller(List.of("a.b.c"))).contains(new Caller("han"));
  }

  @Test
  void makesNobodyAnonymousWhereACallerIsRequired() {
    assertThat(required.caller(List.of("a.b.x"))).isEmpty();
    assertThat(required.caller(List.of())).isEmpty();
    assertThat(off.caller(List.of("a.b.x"))).contains(Caller.anonymous());
    assertThat(off.caller(List.of())).contains(Caller.anonymous());
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", " opaque ", "Bearer opaque", "bearer  opaque "})
  void judgesOneCredentialWithOrWithoutScheme(String credential) {
    assertThat(required.judge(credential)).isEqualTo(new Accepted(Identity.of(new Caller("li"))));
  }

  @Test
  void handsOnWhatIsSaidOfSignedTokens() {
    assertThat(required.judge("Bearer a.b.c").whom()).map(Identity::id).contains("han");
    assertThat(required.judge("a.b.x")).isEqualTo(EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Bearer", "Bearer  "})
  void missesACredential(String credential) {
    assertThat(required.judge(credential)).isEqualTo(new Refused(CredentialRefusal.TOKEN_MISSING));
  }

  @Test
  void takesASchemeOnlyWhereItStandsApart() {
    Authentication named =
        new Authentication(
            new AuthenticationConfig(true, Map.of("Bearer-7", "li", "x", "han")), signed);
    assertThat(named.judge("Bearer-7").whom()).map(Identity::id).contains("li");
    assertThat(named.judge("Bearerx").whom()).isEmpty();
  }

  @Test
  void refusesNobodyWhereAuthenticationIsOff() {
    assertThat(off.judge("a.b.x")).isEqualTo(new Accepted(Identity.anonymous()));
    assertThat(off.judge("")).isEqualTo(new Accepted(Identity.anonymous()));
    assertThat(off.judge("opaque").whom()).map(Identity::username).contains("li");
  }

  @Test
  void tellsWhatCannotBeATokenWithoutKeysToo() {
    Authentication keyless =
        new Authentication(new AuthenticationConfig(true, OPAQUE), SignedTokens.none());
    assertThat(keyless.judge("wrong")).isEqualTo(new Refused(CredentialRefusal.TOKEN_MALFORMED));
    assertThat(keyless.judge("a.b.c")).isEqualTo(new Refused(CredentialRefusal.SIGNATURE_INVALID));
  }

  @Test
  void tellsWhatIsConfiguredOfACaller() {
    Caller analyst = new Caller("li", Set.of("analyst"), Set.of(), Map.of());
    Identity li = new Identity(analyst, "7", "李雷", Optional.of("li@example.com"), Optional.empty());
    Authentication named =
        new Authentication(
            new AuthenticationConfig(true, Map.of("a", "li", "b", "han"), Map.of("li", li)),
            signed);
    assertThat(named.judge("a")).isEqualTo(new Accepted(li));
    assertThat(named.caller(List.of("a"))).contains(analyst);
    assertThat(named.judge("b")).isEqualTo(new Accepted(Identity.of(new Caller("han"))));
  }
}
