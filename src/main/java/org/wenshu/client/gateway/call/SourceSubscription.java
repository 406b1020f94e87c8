package org.wenshu.client.gateway.call;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries items of a source to a subscriber. One thread at a time does the work; others leave word
 * that there is more.
 *
 * @param <T> the kind of the items
 */
final class SourceSubscription<T> implements Subscription {
  private final Source<T> source;
  private final Subscriber<? super T> subscriber;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger(1);
  private volatile boolean cancelled;
  private volatile Throwable refused;
  private volatile boolean fetching;
  private volatile Iterator<T> arrived = List.<T>of().iterator();
  private volatile boolean over;
  private volatile Throwable failure;
  private boolean told;

  SourceSubscription(Source<T> source, Subscriber<? super T> subscriber) {
    this.source = source;
    this.subscriber = subscriber;
  }

  /** Nothing is told before the subscriber has its subscription. */
  void begin() {
    run(1);
  }

  @Override
  public void request(long n) {
    if (n < 1) {
      refused = new IllegalArgumentException("At least one item must be requested");
      source.cancel();
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    }
    drain();
  }

  @Override
  public void cancel() {
    cancelled = true;
    source.cancel();
  }

  private void drain() {
    if (work.getAndIncrement() == 0) {
      run(1);
    }
  }

  private void run(int begun) {
    int seen = begun;
    do {
      step();
      seen = work.addAndGet(-seen);
    } while (seen != 0);
  }

  private void step() {
    while (!cancelled && !told && refused == null && arrived.hasNext() && demand.get() > 0) {
      demand.decrementAndGet();
      subscriber.onNext(arrived.next());
    }
    if (cancelled || told) {
      return;
    }
    if (refused != null) {
      end(refused);
    } else if (!arrived.hasNext() && failure != null) {
      end(failure);
    } else if (!arrived.hasNext() && over) {
      told = true;
      subscriber.onComplete();
    } else if (!arrived.hasNext() && demand.get() > 0 && !fetching) {
      fetch();
    }
  }

  private void end(Throwable why) {
    told = true;
    subscriber.onError(why);
  }

  private void fetch() {
    fetching = true;
    Answers.whenDone(
        source.next(),
        (items, broken) -> {
          if (broken != null) {
            failure = Answers.cause(broken);
          } else if (items.isEmpty()) {
            over = true;
          } else {
            arrived = items.iterator();
          }
          fetching = false;
          drain();
        });
  }
}
