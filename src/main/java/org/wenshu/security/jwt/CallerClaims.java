package org.wenshu.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/**
 * Makes a caller of claims, and tells who that is. Roles and permissions are taken in full or the
 * token is refused, since a rule may also take rights away; an attribute that cannot be taken is
 * left out, and a filter that compares with it then finds nothing. Thread-safe.
 */
final class CallerClaims {
  private static final String SUBJECT = "sub";
  private static final String PERMISSIONS = "permissions";
  private static final Set<String> TIMES = Set.of("exp", "nbf", "iat", "auth_time", "updated_at");
  private static final int LONGEST_TEXT = 256;
  private static final int MOST_ROLES = 500;
  private static final int MOST_ATTRIBUTES = 64;
  private static final int MOST_VALUES = 64;

  private final JwtConfig.ClaimNames names;
  private final Set<String> otherwiseUsed;

  CallerClaims(JwtConfig.ClaimNames names) {
    this.names = names;
    Set<String> used = new HashSet<>(TIMES);
    used.addAll(List.of(names.name(), PERMISSIONS, "resource_access"));
    for (String role : names.roles()) {
      used.addAll(List.of(role, role.split("\\.", 2)[0]));
    }
    this.otherwiseUsed = Set.copyOf(used);
  }

  /** The identity; empty without a name, and when roles or permissions cannot be taken in full. */
  Optional<Identity> identity(JWTClaimsSet claims) {
    Map<String, Object> values = claims.getClaims();
    UserClaims user = new UserClaims(values);
    Optional<Instant> expiry = Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
    return caller(values, user)
        .map(
            caller ->
                new Identity(
                    caller,
                    user.id().orElse(caller.name()),
                    user.username().orElse(caller.name()),
                    user.text("email"),
                    expiry));
  }

  private Optional<Caller> caller(Map<String, Object> values, UserClaims user) {
    Optional<String> name = name(user);
    Optional<Set<String>> roles = roles(values);
    Optional<Set<String>> permissions = permissions(values);
    return name.isEmpty() || roles.isEmpty() || permissions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Caller(name.get(), roles.get(), permissions.get(), attributes(values)));
  }

  /** Another claim than the subject was chosen to name callers: then nothing else names them. */
  private Optional<String> name(UserClaims user) {
    return user.text(names.name())
        .or(() -> names.name().equals(SUBJECT) ? user.uid() : Optional.empty());
  }

  private Optional<Set<String>> roles(Map<String, Object> claims) {
    Stream<Optional<Object>> named =
        names.roles().stream().map(role -> ClaimValues.at(claims, role));
    Stream<Optional<Object>> ofClient =
        names.client().stream()
            .map(id -> ClaimValues.at(claims, List.of("resource_access", id, "roles")));
    List<Object> found = Stream.concat(named, ofClient).flatMap(Optional::stream).toList();
    Set<String> roles = new HashSet<>();
    for (Object value : found) {
      Object list = value instanceof String role ? List.of(role) : value;
      Optional<List<String>> taken = ClaimValues.strings(list, MOST_ROLES, LONGEST_TEXT);
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      roles.addAll(taken.get());
    }
    return Optional.of(roles);
  }

  private static Optional<Set<String>> permissions(Map<String, Object> claims) {
    Object value = claims.getOrDefault(PERMISSIONS, List.of());
    return ClaimValues.strings(value, MOST_ROLES, LONGEST_TEXT).map(Set::copyOf);
  }

  private Map<String, List<String>> attributes(Map<String, Object> claims) {
    Map<String, List<String>> attributes = new HashMap<>();
    claims.forEach(
        (name, value) -> {
          boolean wanted =
              value != null && name.length() <= LONGEST_TEXT && !otherwiseUsed.contains(name);
          if (wanted && attributes.size() < MOST_ATTRIBUTES) {
            ClaimValues.texts(value, MOST_VALUES, LONGEST_TEXT)
                .filter(texts -> !texts.isEmpty())
                .ifPresent(texts -> attributes.put(name, texts));
          }
        });
    return attributes;
  }
}
