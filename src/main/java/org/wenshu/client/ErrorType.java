package org.wenshu.client;

/** Who has to act on an error that the server reports. Newer servers may use codes that are new. */
public enum ErrorType {
  /** The question, the request or the rights of the caller. */
  CALLER,
  /** The language model behind the server. */
  MODEL,
  /** The database behind the server. */
  DATABASE,
  /** Limits of time or load. */
  RESOURCES,
  /** The server itself, or a code this client does not know. */
  INTERNAL
}
