package org.wenshu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
  private static final Map<String, String> OPAQUE = Map.of("opaque", "li");

  /** Believes one token. */
  private final SignedTokens signed =
      credential -> credential.equals("a.b.c") ? Optional.of(new Caller("han")) : Optional.empty();

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
}
