package org.wenshu.security.jwt;

import org.wenshu.security.CredentialRefusal;

/** Why a token is not believed. For the log; its bearer may learn {@link #told()}. */
enum JwtRefusal {
  /** Longer than a token may be; not even read. */
  OVERSIZED(CredentialRefusal.TOKEN_MALFORMED),
  /** No token at all, or one whose parts cannot be read. */
  MALFORMED(CredentialRefusal.TOKEN_MALFORMED),
  /** Not signed: {@code alg} is {@code none}, or the token is encrypted. */
  NOT_SIGNED(CredentialRefusal.SIGNATURE_INVALID),
  /** A token for another purpose than access, by its {@code typ}. */
  TYPE(CredentialRefusal.NOT_AUTHENTICATED),
  /** Signed with an algorithm that does not belong to the configured keys. */
  ALGORITHM(CredentialRefusal.SIGNATURE_INVALID),
  /** No key at hand fits, or the keys cannot be had. */
  UNKNOWN_KEY(CredentialRefusal.SIGNATURE_INVALID),
  /** The signature is not that of the content. */
  SIGNATURE(CredentialRefusal.SIGNATURE_INVALID),
  /** Without {@code exp}. */
  NO_EXPIRY(CredentialRefusal.NOT_AUTHENTICATED),
  /** After {@code exp}. */
  EXPIRED(CredentialRefusal.TOKEN_EXPIRED),
  /** Before {@code nbf} or {@code iat}. */
  NOT_YET_VALID(CredentialRefusal.TOKEN_NOT_YET_VALID),
  /** From another issuer. */
  ISSUER(CredentialRefusal.NOT_AUTHENTICATED),
  /** For another audience. */
  AUDIENCE(CredentialRefusal.NOT_AUTHENTICATED),
  /** Without a usable name, or with roles or permissions that cannot be read in full. */
  CLAIMS(CredentialRefusal.NOT_AUTHENTICATED);

  private final CredentialRefusal told;

  JwtRefusal(CredentialRefusal told) {
    this.told = told;
  }

  /** What whoever shows the token may learn. */
  CredentialRefusal told() {
    return told;
  }
}
