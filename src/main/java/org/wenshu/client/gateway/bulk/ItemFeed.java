package org.wenshu.client.gateway.bulk;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.wenshu.client.gateway.call.Answers;

/** Gives the items of an iterator to an import, without a thread that waits. */
final class ItemFeed<T> {
  private final Iterator<T> items;
  private final ImportSession<T> session;
  private final Executor threads;
  private final CompletableFuture<ImportResult> result = new CompletableFuture<>();

  ItemFeed(Iterator<T> items, ImportSession<T> session, Executor threads) {
    this.items = items;
    this.session = session;
    this.threads = threads;
  }

  CompletableFuture<ImportResult> begin() {
    threads.execute(this::go);
    return result;
  }

  /** Goes on until the network is full, and again when it is not. */
  private void go() {
    try {
      while (!result.isDone() && items.hasNext()) {
        CompletableFuture<Void> ready = session.add(items.next());
        if (!ready.isDone()) {
          Answers.whenDone(ready, (done, failure) -> threads.execute(() -> goOn(failure)));
          return;
        }
        ready.join();
      }
      if (result.isDone()) {
        session.abort();
      } else {
        Answers.whenDone(session.finish(), this::finish);
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void goOn(Throwable failure) {
    if (failure == null) {
      go();
    } else {
      fail(failure);
    }
  }

  private void fail(Throwable why) {
    session.abort();
    finish(null, why);
  }

  private void finish(ImportResult done, Throwable failure) {
    if (failure == null) {
      result.complete(done);
    } else {
      result.completeExceptionally(Answers.cause(failure));
    }
  }
}
