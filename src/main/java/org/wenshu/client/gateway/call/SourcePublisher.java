package org.wenshu.client.gateway.call;

import java.util.Objects;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Publishes the items of a source to one subscriber, as they are asked for. The source is opened
 * when somebody subscribes.
 *
 * @param <T> the kind of the items
 */
public final class SourcePublisher<T> implements Publisher<T> {
  private final Supplier<Source<T>> opener;
  private final AtomicBoolean taken = new AtomicBoolean();

  /** Publishes what this opens. */
  public SourcePublisher(Supplier<Source<T>> opener) {
    this.opener = opener;
  }

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    if (taken.compareAndSet(false, true)) {
      SourceSubscription<T> subscription = new SourceSubscription<>(opener.get(), subscriber);
      subscriber.onSubscribe(subscription);
      subscription.begin();
    } else {
      subscriber.onSubscribe(new NoSubscription());
      subscriber.onError(new IllegalStateException("This publisher takes one subscriber"));
    }
  }

  private static final class NoSubscription implements Subscription {
    @Override
    public void request(long n) {
      // Nothing will come.
    }

    @Override
    public void cancel() {
      // Nothing was begun.
    }
  }
}
