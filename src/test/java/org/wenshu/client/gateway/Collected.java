package org.wenshu.client.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/** Takes all items of a publisher, a few at a time. */
final class Collected<T> implements Subscriber<T> {
  private final List<T> items = new ArrayList<>();
  private final CompletableFuture<List<T>> all = new CompletableFuture<>();
  private Subscription subscription;

  static <T> List<T> of(Publisher<T> publisher) {
    return Collected.<T>begin(publisher).orTimeout(20, TimeUnit.SECONDS).join();
  }

  static <T> CompletableFuture<List<T>> begin(Publisher<T> publisher) {
    Collected<T> collected = new Collected<>();
    publisher.subscribe(collected);
    return collected.all;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(2);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
    if (items.size() % 2 == 0) {
      subscription.request(2);
    }
  }

  @Override
  public void onError(Throwable failure) {
    all.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    all.complete(items);
  }
}
