package org.wenshu.protocol.gateway.bulk;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads frames of one kind, in both forms (contract, section 5.3). Thread-safe.
 *
 * @param <T> the kind of the items
 */
@FunctionalInterface
interface FrameReader<T> {
  /**
   * The items of a frame; one that is not JSON is one bad item.
   *
   * @throws IOException when the frame does not come to its end
   */
  Frame<T> read(InputStream text, BulkTarget target) throws IOException;
}
