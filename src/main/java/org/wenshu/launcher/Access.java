package org.wenshu.launcher;

/** Who may connect to the run, besides that only this machine can. */
enum Access {
  /** Everybody, without credentials. */
  OPEN,
  /** Whoever has the token that the launcher draws and shows. */
  BY_TOKEN,
  /** Whoever the given configuration lets in. */
  AS_CONFIGURED
}
