package org.wenshu.security.jwt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which tokens are believed, and what they tell.
 *
 * @param keys that verify signatures
 * @param issuer that tokens must name ({@code wenshu.security.jwt.issuer})
 * @param audience of which tokens must name one; empty checks none ({@code
 *     wenshu.security.jwt.audience})
 * @param clockSkew by how much the clocks of issuer and server may differ, at most 10 min ({@code
 *     wenshu.security.jwt.clock-skew})
 * @param maxChars longest token ({@code wenshu.security.jwt.max-chars})
 * @param claims which claims become a caller
 */
public record JwtConfig(
    KeyOrigin keys,
    Optional<String> issuer,
    Set<String> audience,
    Duration clockSkew,
    int maxChars,
    ClaimNames claims) {
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);
  private static final int LEAST_CHARS = 256;
  private static final int MOST_CHARS = 65_536;

  /** Rejects a skew and a length beyond reason. */
  public JwtConfig {
    audience = Set.copyOf(audience);
    if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
      throw new IllegalArgumentException(
          "wenshu.security.jwt.clock-skew must lie between PT0S and " + LARGEST_SKEW);
    }
    if (maxChars < LEAST_CHARS || maxChars > MOST_CHARS) {
      throw new IllegalArgumentException(
          "wenshu.security.jwt.max-chars must lie between " + LEAST_CHARS + " and " + MOST_CHARS);
    }
  }

  /** These keys, any issuer and audience, 30 s of skew, 8,192 characters. */
  public static JwtConfig defaults(KeyOrigin keys) {
    return new JwtConfig(
        keys, Optional.empty(), Set.of(), Duration.ofSeconds(30), 8_192, ClaimNames.defaults());
  }

  /**
   * Names of claims.
   *
   * @param name the claim that holds the caller's name ({@code wenshu.security.jwt.name-claim})
   * @param roles claims that hold roles, by name or by a path with dots ({@code
   *     wenshu.security.jwt.roles-claims})
   * @param client whose roles under Keycloak's {@code resource_access} count ({@code
   *     wenshu.security.jwt.client-id})
   */
  public record ClaimNames(String name, List<String> roles, Optional<String> client) {
    /** Rejects blank names. */
    public ClaimNames {
      roles = List.copyOf(roles);
      if (name.isBlank()) {
        throw new IllegalArgumentException("wenshu.security.jwt.name-claim must name a claim");
      }
      if (roles.stream().anyMatch(role -> role.matches("[\\s.]*"))) {
        throw new IllegalArgumentException("wenshu.security.jwt.roles-claims must name claims");
      }
    }

    /** {@code sub}; {@code roles}, {@code groups} and {@code realm_access.roles}; no client. */
    public static ClaimNames defaults() {
      return new ClaimNames(
          "sub", List.of("roles", "groups", "realm_access.roles"), Optional.empty());
    }
  }
}
