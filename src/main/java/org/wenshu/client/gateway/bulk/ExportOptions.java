package org.wenshu.client.gateway.bulk;

import org.wenshu.client.gateway.request.Defaults;

/**
 * What is exported. Immutable: every method makes another one.
 *
 * @param user whose data
 * @param collection from where
 */
public record ExportOptions(String user, String collection) {
  /** The default collection of the default user. */
  public static ExportOptions defaults() {
    return new ExportOptions(Defaults.USER, Defaults.COLLECTION);
  }

  /** The same of another user. */
  public ExportOptions user(String newUser) {
    return new ExportOptions(newUser, collection);
  }

  /** The same from another collection. */
  public ExportOptions collection(String newCollection) {
    return new ExportOptions(user, newCollection);
  }
}
