package org.wenshu.conversation;

import org.wenshu.security.Identity;

/** Whom an id stands for that arrives without a credential (contract section 8). */
public sealed interface Resumption {
  /** It stands for the one who made it. */
  record Resumed(Identity identity) implements Resumption {}

  /** It stands for nobody. */
  record Refused(Reason reason) implements Resumption {}

  /** Why an id stands for nobody. */
  enum Reason {
    /** Configuration does not allow it, or did not when the conversation was made. */
    OFF,
    /** There is no such conversation. */
    UNKNOWN,
    /** There was one, which has expired. */
    EXPIRED,
    /** The credential of the one who made it has expired. */
    CREDENTIAL_EXPIRED
  }
}
