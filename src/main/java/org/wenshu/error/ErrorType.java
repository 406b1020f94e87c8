package org.wenshu.error;

/** Who has to act on an error. */
public enum ErrorType {
  CALLER,
  MODEL,
  DATABASE,
  RESOURCES,
  INTERNAL
}
