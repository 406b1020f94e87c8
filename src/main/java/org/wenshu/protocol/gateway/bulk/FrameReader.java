package org.wenshu.protocol.gateway.bulk;

/**
 * Reads frames of one kind, in both forms (contract, section 5.3). Thread-safe.
 *
 * @param <T> the kind of the items
 */
@FunctionalInterface
interface FrameReader<T> {
  /** The items of a frame; one that is not JSON is one bad item. */
  Frame<T> read(String text, BulkTarget target);
}
