package org.wenshu.security;

/** Why a credential is refused, as far as its bearer may know. */
public enum CredentialRefusal {
  /** There is none. */
  TOKEN_MISSING("token_missing"),
  /** It is neither a known token nor one that can be read. */
  TOKEN_MALFORMED("token_malformed"),
  /** Nobody who is trusted has signed it. */
  SIGNATURE_INVALID("signature_invalid"),
  /** Its time is over. */
  TOKEN_EXPIRED("token_expired"),
  /** Its time has not come. */
  TOKEN_NOT_YET_VALID("token_not_yet_valid"),
  /** It is signed and current, but not for this server, or does not name anybody. */
  NOT_AUTHENTICATED("not_authenticated");

  private final String reason;

  CredentialRefusal(String reason) {
    this.reason = reason;
  }

  /** The word for it on the wire (contract of the RAG query protocol, section 4.2). */
  public String reason() {
    return reason;
  }
}
