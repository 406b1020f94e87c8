package org.wenshu.security.ratelimit;

/** What a limit counts the requests of. */
public enum LimitedBy {
  /** One connection. */
  CONNECTION("rate-per-connection"),
  /** One caller by name, over all their connections. */
  CALLER("rate-per-caller"),
  /** One network address. */
  ADDRESS("rate-per-address");

  private final String id;

  LimitedBy(String id) {
    this.id = id;
  }

  /** The name in metrics and logs. */
  public String id() {
    return id;
  }
}
