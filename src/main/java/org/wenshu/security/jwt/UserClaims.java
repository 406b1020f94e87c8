package org.wenshu.security.jwt;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads who a user is (contract of the RAG query protocol, section 7.1). A claim that is too long,
 * blank, or holds control characters counts as none.
 */
final class UserClaims {
  private static final int LONGEST = 255;

  private final Map<String, Object> claims;

  UserClaims(Map<String, Object> claims) {
    this.claims = claims;
  }

  /** A claim that holds one line of text. */
  Optional<String> text(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(String.class::isInstance)
        .map(value -> ((String) value).strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }

  /** {@code uid}, text or a whole number. */
  Optional<String> uid() {
    return claims.get("uid") instanceof Number number ? whole(number) : text("uid");
  }

  /** {@code uid}, else {@code sub}. */
  Optional<String> id() {
    return uid().or(() -> text("sub"));
  }

  /** {@code username}, else {@code preferred_username}. */
  Optional<String> username() {
    return Stream.of("username", "preferred_username")
        .flatMap(name -> text(name).stream())
        .findFirst();
  }

  private static Optional<String> whole(Number number) {
    if (number instanceof Long || number instanceof Integer) {
      return Optional.of(number.toString());
    }
    return number instanceof Double value ? wholeDouble(value) : Optional.empty();
  }

  /** Half a number names nobody, nor does one whose last digits are lost. */
  private static Optional<String> wholeDouble(double value) {
    return value == Math.rint(value) && Math.abs(value) < ClaimValues.EXACT
        ? Optional.of(BigDecimal.valueOf(value).toBigInteger().toString())
        : Optional.empty();
  }
}
