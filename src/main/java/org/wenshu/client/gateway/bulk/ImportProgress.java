package org.wenshu.client.gateway.bulk;

import java.util.OptionalLong;

/**
 * How far an import is.
 *
 * @param sent items given to the network
 * @param stored items that are safe in the store; absent where the server does not tell
 * @param failed items that could not be stored; absent where the server does not tell
 */
public record ImportProgress(long sent, OptionalLong stored, OptionalLong failed) {
  /** All that is known of a server that does not tell. */
  static ImportProgress sent(long items) {
    return new ImportProgress(items, OptionalLong.empty(), OptionalLong.empty());
  }
}
