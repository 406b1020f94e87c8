package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.security.jwt.JwtConfig;
import org.wenshu.security.jwt.JwtConfig.ClaimNames;
import org.wenshu.security.jwt.KeyOrigin;
import org.wenshu.security.jwt.RefetchConfig;

class JwtKeysTest {
  private static final String URL = "https://issuer.example/keys";

  @Test
  void believesNothingByDefault() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void hasDefaults() {
    KeyOrigin origin = new KeyOrigin.Published(URI.create(URL), RefetchConfig.defaults());
    assertThat(read(Map.of("jwks-url", URL))).contains(JwtConfig.defaults(origin));
  }

  @Test
  void readsEveryKey() {
    Map<String, String> values = new HashMap<>();
    values.put("jwks-url", URL);
    values.put("jwks-lifetime", "PT1H");
    values.put("jwks-interval", "PT1M");
    values.put("jwks-timeout", "PT1S");
    values.put("jwks-outage", "P2D");
    values.put("issuer", "https://issuer.example");
    values.put("audience", "wenshu, other");
    values.put("clock-skew", "PT1M");
    values.put("max-chars", "4096");
    values.put("name-claim", "email");
    values.put("roles-claims", "roles");
    values.put("client-id", "wenshu-client");
    RefetchConfig refetch =
        new RefetchConfig(
            Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(2));
    assertThat(read(values))
        .contains(
            new JwtConfig(
                new KeyOrigin.Published(URI.create(URL), refetch),
                Optional.of("https://issuer.example"),
                Set.of("wenshu", "other"),
                Duration.ofMinutes(1),
                4_096,
                new ClaimNames("email", List.of("roles"), Optional.of("wenshu-client"))));
  }

  @Test
  void neverPrintsTheSecret() {
    String secret = "a secret of more than thirty-two bytes";
    assertThat(read(Map.of("secret", secret)).orElseThrow().toString()).doesNotContain(secret);
  }

  @Test
  void refusesTwoKindsOfKeys() {
    assertThatThrownBy(
            () -> read(Map.of("jwks-url", URL, "secret", "a secret of more than 32 bytes, surely")))
        .hasMessageStartingWith("Only one of wenshu.security.jwt.jwks-url, ");
  }

  @Test
  void refusesClaimsWithoutKeys() {
    assertThatThrownBy(() -> read(Map.of("issuer", "https://issuer.example")))
        .hasMessageStartingWith("wenshu.security.jwt.issuer is set, but none of ");
  }

  @ParameterizedTest
  @CsvSource({
    "jwks-url, issuer.example/keys",
    "jwks-url, ftp://issuer.example/keys",
    "jwks-url, https://issuer example/keys",
    "secret, short",
    "clock-skew, PT-1S",
    "clock-skew, PT1H",
    "max-chars, 10",
    "jwks-timeout, PT0S",
    "jwks-timeout, PT1M",
    "jwks-interval, PT1S",
    "jwks-lifetime, P2D",
    "roles-claims, ."
  })
  void refusesNonsense(String name, String value) {
    Map<String, String> values = new HashMap<>();
    if (!name.equals("secret")) {
      values.put("jwks-url", URL);
    }
    values.put(name, value);
    assertThatThrownBy(() -> read(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wenshu.security.jwt." + name);
  }

  private static Optional<JwtConfig> read(Map<String, String> values) {
    Map<String, String> full = new HashMap<>();
    values.forEach((name, value) -> full.put("wenshu.security.jwt." + name, value));
    return JwtKeys.read(new InMemoryConfig(full));
  }
}
