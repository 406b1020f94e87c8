package org.wenshu.security.jwt;

/** Why a token is not believed. For the log; callers learn only that they are not authenticated. */
enum JwtRefusal {
  /** Longer than a token may be; not even read. */
  OVERSIZED,
  /** No token at all, or one whose parts cannot be read. */
  MALFORMED,
  /** Not signed: {@code alg} is {@code none}, or the token is encrypted. */
  NOT_SIGNED,
  /** A token for another purpose than access, by its {@code typ}. */
  TYPE,
  /** Signed with an algorithm that does not belong to the configured keys. */
  ALGORITHM,
  /** No key at hand fits, or the keys cannot be had. */
  UNKNOWN_KEY,
  /** The signature is not that of the content. */
  SIGNATURE,
  /** Without {@code exp}. */
  NO_EXPIRY,
  /** After {@code exp}. */
  EXPIRED,
  /** Before {@code nbf}. */
  NOT_YET_VALID,
  /** From another issuer. */
  ISSUER,
  /** For another audience. */
  AUDIENCE,
  /** Without a usable name, or with roles or permissions that cannot be read in full. */
  CLAIMS
}
