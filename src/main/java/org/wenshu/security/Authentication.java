package org.wenshu.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.wenshu.security.CredentialJudgement.Accepted;
import org.wenshu.security.CredentialJudgement.Refused;

/**
 * Tells callers by their opaque tokens, then by signed ones. Keeps only digests of opaque tokens,
 * and looks those up, so that the time a look-up takes tells nothing about a token. Thread-safe.
 * May wait some seconds for keys that are published elsewhere.
 */
public final class Authentication {
  private static final String SCHEME = "Bearer";

  private final boolean required;
  private final Map<String, Identity> identities;
  private final SignedTokens signedTokens;

  /** Authentication by the configured tokens, and by those that {@code signedTokens} believes. */
  public Authentication(AuthenticationConfig config, SignedTokens signedTokens) {
    this.required = config.required();
    Map<String, Identity> byDigest = new HashMap<>();
    config
        .callersByToken()
        .forEach(
            (token, name) ->
                byDigest.put(
                    digest(token),
                    config.identities().getOrDefault(name, Identity.of(new Caller(name)))));
    this.identities = Map.copyOf(byDigest);
    this.signedTokens = signedTokens;
  }

  /** Whether callers without a valid credential are turned away. */
  public boolean isRequired() {
    return required;
  }

  /**
   * Judges one credential, with or without {@code Bearer} before it. Where authentication is off
   * nobody is refused: a credential that is not believed makes its bearer anonymous.
   *
   * @param credential empty or blank when there is none
   */
  public CredentialJudgement judge(String credential) {
    CredentialJudgement judgement = judgeToken(withoutScheme(credential));
    return required || judgement instanceof Accepted
        ? judgement
        : new Accepted(Identity.anonymous());
  }

  /**
   * The caller that one of these credentials belongs to, opaque tokens first; without a valid one
   * the anonymous caller where authentication is off, else empty.
   */
  public Optional<Caller> caller(Collection<String> credentials) {
    return identity(credentials).map(Identity::caller);
  }

  /** The caller that {@link #caller} finds, and how long the credential is good for. */
  public Optional<Identity> identity(Collection<String> credentials) {
    return credentials.stream()
        .flatMap(credential -> opaque(credential).stream())
        .findFirst()
        .or(() -> bySignedToken(credentials))
        .or(() -> required ? Optional.empty() : Optional.of(Identity.anonymous()));
  }

  private Optional<Identity> bySignedToken(Collection<String> credentials) {
    return credentials.stream()
        .flatMap(credential -> signedTokens.judge(credential).whom().stream())
        .findFirst();
  }

  private CredentialJudgement judgeToken(String token) {
    return token.isEmpty()
        ? new Refused(CredentialRefusal.TOKEN_MISSING)
        : opaque(token)
            .<CredentialJudgement>map(Accepted::new)
            .orElseGet(() -> signedTokens.judge(token));
  }

  private Optional<Identity> opaque(String token) {
    return Optional.ofNullable(identities.get(digest(token)));
  }

  /** The scheme may be written in any letter case; what follows it is the token. */
  private static String withoutScheme(String credential) {
    String text = credential.strip();
    boolean named = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    boolean apart =
        text.length() == SCHEME.length()
            || (named && Character.isWhitespace(text.charAt(SCHEME.length())));
    return named && apart ? text.substring(SCHEME.length()).strip() : text;
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
