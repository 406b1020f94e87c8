package org.wenshu.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Tells callers by their opaque tokens. Keeps only digests, and looks those up, so that the time a
 * look-up takes tells nothing about a token. Immutable.
 */
public final class Authentication {
  private final boolean required;
  private final Map<String, Caller> callers;

  /** Authentication by the configured tokens. */
  public Authentication(AuthenticationConfig config) {
    this.required = config.required();
    Map<String, Caller> byDigest = new HashMap<>();
    config.callersByToken().forEach((token, name) -> byDigest.put(digest(token), new Caller(name)));
    this.callers = Map.copyOf(byDigest);
  }

  /**
   * The caller that one of these credentials belongs to; without a valid one the anonymous caller
   * where authentication is off, else empty.
   */
  public Optional<Caller> caller(Collection<String> credentials) {
    for (String credential : credentials) {
      Caller caller = callers.get(digest(credential));
      if (caller != null) {
        return Optional.of(caller);
      }
    }
    return required ? Optional.empty() : Optional.of(Caller.anonymous());
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
