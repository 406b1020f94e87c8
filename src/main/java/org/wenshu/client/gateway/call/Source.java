package org.wenshu.client.gateway.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Items that are fetched when asked for. For one consumer, who asks again only after the answer.
 *
 * @param <T> the kind of the items
 */
public interface Source<T> {
  /**
   * The next items, in their order; an empty list after the last. Fails if the source breaks, and
   * then always.
   */
  CompletableFuture<List<T>> next();

  /** Wants no more; frees everything. Idempotent. */
  void cancel();
}
