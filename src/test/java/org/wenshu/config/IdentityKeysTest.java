package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.security.AuthenticationConfig;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

class IdentityKeysTest {
  @Test
  void knowsNobodyByDefault() {
    assertThat(read(Map.of())).isEqualTo(AuthenticationConfig.defaults());
  }

  @Test
  void readsWhoHoldsWhichToken() {
    assertThat(read(Map.of("tokens", "a=b=li, x = han")).callersByToken())
        .isEqualTo(Map.of("a=b", "li", "x", "han"));
    assertThat(read(Map.of("auth", "OFF")).required()).isFalse();
  }

  @Test
  void readsWhatIsKnownOfACaller() {
    Identity li =
        identities(
                "{'li':{'id':7,'username':'李雷','email':'li@example.com','roles':['analyst','hr'],"
                    + "'permissions':'table:users:read','attributes':{'region':['east','west'],"
                    + "'level':'3'}}}")
            .get("li");
    Caller caller =
        new Caller(
            "li",
            Set.of("analyst", "hr"),
            Set.of("table:users:read"),
            Map.of("region", List.of("east", "west"), "level", List.of("3")));
    assertThat(li)
        .isEqualTo(
            new Identity(caller, "7", "李雷", Optional.of("li@example.com"), Optional.empty()));
  }

  @Test
  void takesTheNameForWhatIsNotSaid() {
    assertThat(identities("{'li':{}}")).isEqualTo(Map.of("li", Identity.of(new Caller("li"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "li",
        "[]",
        "null",
        "{'li':null}",
        "{'li':{'role':['admin']}}",
        "{'li':{'roles':[null]}}",
        "{'li':{'roles':{'a':1}}}",
        "{'li':{'id':{}}}",
        "{'li':{'id':7.5}}",
        "{'li':{},'li':{'roles':['admin']}}",
        "{'li':{}} trailing",
        "{'stranger':{}}"
      })
  void refusesWhatIsNotMeant(String text) {
    assertThatThrownBy(() -> identities(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wenshu.security.identities");
  }

  @Test
  void neverPrintsATokenNorTakesOneWithoutName() {
    assertThat(read(Map.of("tokens", "secret=li")).toString())
        .contains("tokens=1")
        .doesNotContain("secret");
    assertThatThrownBy(() -> read(Map.of("tokens", "secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  private static Map<String, Identity> identities(String text) {
    return read(Map.of("tokens", "t=li", "identities", text.replace('\'', '"'))).identities();
  }

  private static AuthenticationConfig read(Map<String, String> values) {
    Map<String, String> full = new HashMap<>();
    values.forEach((name, value) -> full.put("wenshu.security." + name, value));
    return IdentityKeys.read(new InMemoryConfig(full));
  }
}
