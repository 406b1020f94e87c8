package org.wenshu.feed.source;

/**
 * Where the log of changes is read ({@code wenshu.feed.table.log-*}). The account needs REPLICATION
 * SLAVE and REPLICATION CLIENT.
 *
 * @param user blank for that of the database being asked
 */
public record LogConfig(String host, int port, String user, String password) {
  /** Does not tell the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
