package org.wenshu.client.gateway.bulk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.wenshu.client.gateway.call.Answers;

/** Gives the items of a publisher to an import, and asks for more as fast as they leave. */
final class ItemSubscriber<T> implements Subscriber<T> {
  private final ImportSession<T> session;
  private final int batch;
  private final CompletableFuture<ImportResult> result = new CompletableFuture<>();
  private Subscription subscription;
  private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
  private int open;

  ItemSubscriber(ImportSession<T> session, int batch) {
    this.session = session;
    this.batch = batch;
  }

  CompletableFuture<ImportResult> result() {
    return result;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    Answers.whenDone(
        result,
        (done, failure) -> {
          if (failure != null) {
            given.cancel();
            session.abort();
          }
        });
    open = batch;
    given.request(batch);
  }

  /** Called by one thread at a time, as the rules of publishers say. */
  @Override
  public void onNext(T item) {
    if (result.isDone()) {
      return;
    }
    CompletableFuture<Void> now = session.add(item);
    if (!now.isDone() || now.isCompletedExceptionally()) {
      ready = now;
    }
    open--;
    if (open == 0) {
      open = batch;
      Answers.whenDone(ready, (done, failure) -> more(failure));
    }
  }

  private void more(Throwable failure) {
    if (failure == null) {
      subscription.request(batch);
    } else {
      result.completeExceptionally(Answers.cause(failure));
    }
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    Answers.whenDone(
        session.finish(),
        (done, failure) -> {
          if (failure == null) {
            result.complete(done);
          } else {
            result.completeExceptionally(Answers.cause(failure));
          }
        });
  }
}
