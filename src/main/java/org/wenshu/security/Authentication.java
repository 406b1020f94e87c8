package org.wenshu.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells callers by their opaque tokens, then by signed ones. Keeps only digests of opaque tokens,
 * and looks those up, so that the time a look-up takes tells nothing about a token. Thread-safe.
 */
public final class Authentication {
  private final boolean required;
  private final Map<String, Caller> callers;
  private final SignedTokens signedTokens;

  /** Authentication by the configured tokens, and by those that {@code signedTokens} believes. */
  public Authentication(AuthenticationConfig config, SignedTokens signedTokens) {
    this.required = config.required();
    Map<String, Caller> byDigest = new HashMap<>();
    config.callersByToken().forEach((token, name) -> byDigest.put(digest(token), new Caller(name)));
    this.callers = Map.copyOf(byDigest);
    this.signedTokens = signedTokens;
  }

  /**
   * The caller that one of these credentials belongs to, opaque tokens first; without a valid one
   * the anonymous caller where authentication is off, else empty. May wait some seconds for keys
   * that are published elsewhere.
   */
  public Optional<Caller> caller(Collection<String> credentials) {
    return byOpaqueToken(credentials)
        .or(() -> bySignedToken(credentials))
        .or(() -> required ? Optional.empty() : Optional.of(Caller.anonymous()));
  }

  private Optional<Caller> byOpaqueToken(Collection<String> credentials) {
    return credentials.stream()
        .map(credential -> callers.get(digest(credential)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Optional<Caller> bySignedToken(Collection<String> credentials) {
    return credentials.stream().map(signedTokens::caller).flatMap(Optional::stream).findFirst();
  }

  private static String digest(String token) {
    try {
      byte[] text = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
