package org.wenshu.security;

/** Tells callers by tokens that somebody else has signed. Implementations are thread-safe. */
@FunctionalInterface
public interface SignedTokens {
  /**
   * Judges a credential, which may be no signed token at all. Never throws, and returns within
   * seconds.
   */
  CredentialJudgement judge(String credential);

  /** Trusts nobody's signature; tells what could be a token from what could not. */
  static SignedTokens none() {
    return credential ->
        new CredentialJudgement.Refused(
            credential.chars().filter(c -> c == '.').count() == 2
                ? CredentialRefusal.SIGNATURE_INVALID
                : CredentialRefusal.TOKEN_MALFORMED);
  }
}
