package org.wenshu.launcher;

/** A database account. Its text form leaves the password out. */
public record Account(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
