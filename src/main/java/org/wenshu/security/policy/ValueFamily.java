package org.wenshu.security.policy;

/** What a column holds, as far as masking by name cares. */
public enum ValueFamily {
  TEXT,
  NUMBER,
  /** Dates and times: when a password was changed is no password. */
  TIME,
  /** Yes and no: whether a phone is verified is no phone. */
  TRUTH,
  /** Bytes, documents, shapes: never shown in part. */
  OTHER
}
