package org.wenshu.client.gateway.bulk;

import java.util.List;
import java.util.OptionalLong;

/**
 * What became of an import. What only the server can tell is absent where it does not.
 *
 * @param sent items given to the network
 * @param received items that the server has read
 * @param stored items that are safe in the store
 * @param failed items that could not be stored
 * @param errors why, for the first of them
 * @param truncated whether more failed than {@code errors} shows
 */
public record ImportResult(
    long sent,
    OptionalLong received,
    OptionalLong stored,
    OptionalLong failed,
    List<ItemError> errors,
    boolean truncated) {
  /** A result, copied. */
  public ImportResult {
    errors = List.copyOf(errors);
  }

  /** All that is known of a server that does not tell. */
  static ImportResult sent(long items) {
    return new ImportResult(
        items, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of(), false);
  }

  /**
   * An item that could not be stored.
   *
   * @param index which one it was, counted from 0
   * @param message why
   */
  public record ItemError(long index, String message) {}
}
