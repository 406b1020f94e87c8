package org.wenshu.client.feed;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream of updates for a loop, to be closed after it. The loop waits for each update, which may
 * be for ever where nothing happens; closing from another thread, or interrupting, ends it. A
 * failure that ends the stream is thrown in the loop. Iterated once, by one thread.
 */
public final class Updates<T> implements Iterable<T>, AutoCloseable {
  private final Taker<T> taker = new Taker<>();

  private Updates() {}

  static <T> Updates<T> of(Flow.Publisher<T> publisher) {
    Updates<T> updates = new Updates<>();
    publisher.subscribe(updates.taker);
    return updates;
  }

  /** Asks for one at a time: what is not taken yet waits where the options say. */
  private static final class Taker<T> implements Flow.Subscriber<T>, Iterator<T> {
    private Flow.Subscription subscription;
    private Optional<T> next = Optional.empty();
    private boolean asked;
    private boolean over;
    private Throwable failure;

    @Override
    public synchronized void onSubscribe(Flow.Subscription made) {
      subscription = made;
    }

    @Override
    public synchronized void onNext(T item) {
      next = Optional.of(item);
      asked = false;
      notifyAll();
    }

    @Override
    public synchronized void onError(Throwable why) {
      failure = why;
      over = true;
      notifyAll();
    }

    @Override
    public synchronized void onComplete() {
      over = true;
      notifyAll();
    }

    @Override
    public synchronized boolean hasNext() {
      while (next.isEmpty() && !over) {
        if (!asked) {
          asked = true;
          subscription.request(1);
        }
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      if (next.isEmpty() && failure instanceof RuntimeException known) {
        throw known;
      }
      return next.isPresent();
    }

    @Override
    public synchronized T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("The stream is closed");
      }
      T item = next.orElseThrow();
      next = Optional.empty();
      return item;
    }

    void close() {
      Flow.Subscription made;
      synchronized (this) {
        over = true;
        made = subscription;
        notifyAll();
      }
      made.cancel();
    }
  }

  /** What waits for updates; always the same. */
  @Override
  public Iterator<T> iterator() {
    return taker;
  }

  /**
   * Waits for the next update.
   *
   * @throws NoSuchElementException when the stream was closed
   */
  public T next() {
    return taker.next();
  }

  /** The same as a stream, to be closed after use. */
  public Stream<T> stream() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(taker, 0), false)
        .onClose(this::close);
  }

  /** Ends the subscription. */
  @Override
  public void close() {
    taker.close();
  }
}
