package org.wenshu.conversation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/** Identities as JSON. */
final class IdentityJson {
  /** A longer one is not kept: its conversations cannot be resumed. */
  private static final int MAX_CHARS = 100_000;

  private static final JsonMapper JSON = new JsonMapper();

  private IdentityJson() {}

  /** What is stored; names never change, so that older rows can be read. */
  private record Stored(
      String name,
      Set<String> roles,
      Set<String> permissions,
      Map<String, List<String>> attributes,
      String id,
      String username,
      String email,
      String expiresAt) {
    static Stored of(Identity identity) {
      Caller caller = identity.caller();
      return new Stored(
          caller.name(),
          caller.roles(),
          caller.permissions(),
          caller.attributes(),
          identity.id(),
          identity.username(),
          identity.email().orElse(null),
          identity.expiresAt().map(Instant::toString).orElse(null));
    }

    Identity identity() {
      return new Identity(
          new Caller(name, roles, permissions, attributes),
          id,
          username,
          Optional.ofNullable(email),
          Optional.ofNullable(expiresAt).map(Instant::parse));
    }
  }

  /** Empty when it is too long to be kept. */
  static Optional<String> write(Identity identity) {
    try {
      return Optional.of(JSON.writeValueAsString(Stored.of(identity)))
          .filter(json -> json.length() <= MAX_CHARS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Identities can always be written", e);
    }
  }

  static Identity read(String json) {
    try {
      return JSON.readValue(json, Stored.class).identity();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The stored identity is not what was written", e);
    }
  }
}
