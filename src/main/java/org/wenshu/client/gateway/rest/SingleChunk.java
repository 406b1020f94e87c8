package org.wenshu.client.gateway.rest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.wenshu.client.gateway.call.Source;

/** A whole answer as the only chunk. The call is begun when it is asked for. */
final class SingleChunk<C> implements Source<C> {
  private final Supplier<CompletableFuture<C>> call;
  private CompletableFuture<C> answer;
  private boolean taken;

  SingleChunk(Supplier<CompletableFuture<C>> call) {
    this.call = call;
  }

  @Override
  public synchronized CompletableFuture<List<C>> next() {
    if (taken && !answer.isCompletedExceptionally()) {
      return CompletableFuture.completedFuture(List.of());
    }
    if (!taken) {
      answer = call.get();
      taken = true;
    }
    return answer.thenApply(List::of);
  }

  @Override
  public synchronized void cancel() {
    if (answer != null) {
      answer.cancel(true);
    }
    taken = true;
    answer = answer == null ? CompletableFuture.failedFuture(new IllegalStateException()) : answer;
  }
}
