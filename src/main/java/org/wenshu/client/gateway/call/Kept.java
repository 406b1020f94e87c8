package org.wenshu.client.gateway.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The items of another source that are wanted.
 *
 * @param <T> the kind of the items
 */
public final class Kept<T> implements Source<T> {
  private final Source<T> all;
  private final Predicate<? super T> wanted;

  /** Those of all items that are wanted. */
  public Kept(Source<T> all, Predicate<? super T> wanted) {
    this.all = all;
    this.wanted = wanted;
  }

  /** An empty list means the end, so it is not given where only the unwanted has come. */
  @Override
  public CompletableFuture<List<T>> next() {
    return all.next()
        .thenCompose(
            items -> {
              List<T> kept = items.stream().filter(wanted).toList();
              boolean over = items.isEmpty() || !kept.isEmpty();
              return over ? CompletableFuture.completedFuture(kept) : next();
            });
  }

  @Override
  public void cancel() {
    all.cancel();
  }
}
