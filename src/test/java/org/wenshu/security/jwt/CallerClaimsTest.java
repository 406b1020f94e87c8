package org.wenshu.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;
import org.wenshu.security.jwt.JwtConfig.ClaimNames;

class CallerClaimsTest {
  private static final ClaimNames KEYCLOAK =
      new ClaimNames(
          "preferred_username", ClaimNames.defaults().roles(), Optional.of("wenshu.client"));

  @Test
  void namesTheCallerByTheConfiguredClaim() throws ParseException {
    String claims = "{'sub':'7f3a','preferred_username':' 李雷 '}";
    assertThat(caller(ClaimNames.defaults(), claims)).map(Caller::name).contains("7f3a");
    Caller named = caller(KEYCLOAK, claims).orElseThrow();
    assertThat(named.name()).isEqualTo("李雷");
    assertThat(named.attributes()).isEqualTo(Map.of("sub", List.of("7f3a")));
  }

  @Test
  void tellsWhoTheUserIs() throws ParseException {
    Identity identity =
        identity(
                ClaimNames.defaults(),
                "{'sub':'7f3a','uid':7,'username':'李雷','preferred_username':'li',"
                    + "'email':'li@example.com','exp':1700000000}")
            .orElseThrow();
    assertThat(identity.caller().name()).isEqualTo("7f3a");
    assertThat(identity.id()).isEqualTo("7");
    assertThat(identity.username()).isEqualTo("李雷");
    assertThat(identity.email()).contains("li@example.com");
    assertThat(identity.expiresAt()).contains(Instant.ofEpochSecond(1_700_000_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'sub':'li'}|li",
        "{'sub':'li','uid':'u-7'}|u-7",
        "{'sub':'li','uid':7.0}|7",
        "{'sub':'li','uid':1e3}|1000",
        "{'sub':'li','uid':12345678901234567890}|li",
        "{'sub':'li','uid':7.5}|li",
        "{'sub':'li','uid':1e300}|li",
        "{'sub':'li','uid':[7]}|li",
        "{'sub':'li','uid':' '}|li"
      })
  void takesTheUserIdInFull(String claims, String id) throws ParseException {
    assertThat(identity(ClaimNames.defaults(), claims)).map(Identity::id).contains(id);
  }

  @Test
  void namesACallerWithoutSubjectByTheUserId() throws ParseException {
    Identity identity = identity(ClaimNames.defaults(), "{'uid':7}").orElseThrow();
    assertThat(identity.caller().name()).isEqualTo("7");
    assertThat(identity.username()).isEqualTo("7");
    assertThat(identity(KEYCLOAK, "{'uid':7,'sub':'li'}")).isEmpty();
  }

  @Test
  void tellsTheNameWherePeopleHaveNoOther() throws ParseException {
    Identity identity =
        identity(KEYCLOAK, "{'sub':'7f3a','preferred_username':'李雷','email':''}").orElseThrow();
    assertThat(identity.id()).isEqualTo("7f3a");
    assertThat(identity.username()).isEqualTo("李雷");
    assertThat(identity.email()).isEmpty();
    assertThat(identity.expiresAt()).isEmpty();
  }

  @Test
  void gathersRolesFromEveryPlace() throws ParseException {
    String claims =
        "{'preferred_username':'li','roles':['a','b'],'groups':'c','realm_access':{'roles':['d']},"
            + "'resource_access':{'wenshu.client':{'roles':['e']},'other':{'roles':['admin']}}}";
    Caller caller = caller(KEYCLOAK, claims).orElseThrow();
    assertThat(caller.roles()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(caller.attributes()).isEmpty();
  }

  @Test
  void takesAClaimNameWithDotsByItself() throws ParseException {
    ClaimNames names =
        new ClaimNames("sub", List.of("https://claims.example/roles"), Optional.empty());
    Caller caller =
        caller(names, "{'sub':'li','https://claims.example/roles':['a']}").orElseThrow();
    assertThat(caller.roles()).containsExactly("a");
    assertThat(caller.attributes()).isEmpty();
  }

  @Test
  void takesPermissionsButNotScopes() throws ParseException {
    Caller caller =
        caller(
            "{'sub':'li','permissions':['table:orders:read'],'scope':'openid table:users:read'}");
    assertThat(caller.permissions()).containsExactly("table:orders:read");
    assertThat(caller.attributes()).isEqualTo(Map.of("scope", List.of("openid table:users:read")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sub':'li','permissions':'table:orders:read'}",
        "{'sub':'li','permissions':{'table':'orders'}}",
        "{'sub':'li','permissions':['table:orders:read',7]}",
        "{'sub':'li','permissions':null}",
        "{'sub':'li','roles':[{'name':'a'}]}",
        "{'sub':'li','roles':7}",
        "{'sub':'   '}",
        "{}"
      })
  void refusesWhatCannotBeTakenInFull(String claims) throws ParseException {
    assertThat(caller(ClaimNames.defaults(), claims)).isEmpty();
  }

  @Test
  void refusesMoreRolesThanItTakes() {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject("li")
            .claim("roles", Collections.nCopies(501, "a"))
            .build();
    assertThat(new CallerClaims(ClaimNames.defaults()).identity(claims)).isEmpty();
  }

  @Test
  void takesPlainValuesAsAttributes() throws ParseException {
    Caller caller =
        caller(
            "{'sub':'li','region':'east','level':3,'rate':0.50,'active':true,"
                + "'stores':[1,'two',false],'huge':12345678901234567890,'none':[],"
                + "'address':{'city':'x'},'mixed':[{'a':1}],'exp':1,'nbf':1,'iat':1,"
                + "'auth_time':1,'updated_at':1}");
    assertThat(caller.attributes())
        .isEqualTo(
            Map.of(
                "region", List.of("east"),
                "level", List.of("3"),
                "rate", List.of("0.5"),
                "active", List.of("true"),
                "stores", List.of("1", "two", "false")));
  }

  @Test
  void boundsAttributes() {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject("li");
    claims.claim("long", "x".repeat(257)).claim("many", Collections.nCopies(65, "x"));
    for (int i = 0; i < 100; i++) {
      claims.claim("claim" + i, i);
    }
    Caller caller =
        new CallerClaims(ClaimNames.defaults()).identity(claims.build()).orElseThrow().caller();
    assertThat(caller.attributes()).hasSize(64).doesNotContainKeys("long", "many");
  }

  private static Caller caller(String claims) throws ParseException {
    return caller(ClaimNames.defaults(), claims).orElseThrow();
  }

  private static Optional<Caller> caller(ClaimNames names, String claims) throws ParseException {
    return identity(names, claims).map(Identity::caller);
  }

  private static Optional<Identity> identity(ClaimNames names, String claims)
      throws ParseException {
    return new CallerClaims(names).identity(JWTClaimsSet.parse(claims.replace('\'', '"')));
  }
}
