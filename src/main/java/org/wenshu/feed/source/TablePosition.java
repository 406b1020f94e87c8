package org.wenshu.feed.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How far a table has been read.
 *
 * @param lastId the largest id read
 * @param missing smaller ids that were not there, and may still be committed
 * @param maxSeq no number told to subscribers is larger
 * @param log where in the server's log of changes, when that is read
 */
public record TablePosition(
    long lastId, Collection<Long> missing, long maxSeq, Optional<LogPlace> log) {
  /** Copies the collection. */
  public TablePosition {
    missing = List.copyOf(missing);
  }

  /** A place in the log of changes. */
  public record LogPlace(String file, long offset) {}
}
