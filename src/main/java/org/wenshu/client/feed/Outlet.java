package org.wenshu.client.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ClientClosedException;

/**
 * What waits for one subscriber, and its demand. Items are offered by one thread and delivered on
 * an executor, one after the other. Thread-safe.
 */
final class Outlet<T> implements Flow.Subscription {
  private static final Logger LOG = Logger.getLogger(Outlet.class.getName());

  private final Flow.Subscriber<? super T> subscriber;
  private final Executor executor;
  private final StreamOptions options;
  private final Crowding<T> crowding;
  private final Runnable whenCancelled;
  private final Deque<T> waiting = new ArrayDeque<>();
  private long demand;
  private boolean delivering;
  private boolean over;
  private boolean told;
  private Throwable failure;

  /** Makes room for an item in a queue that is full. */
  @FunctionalInterface
  interface Crowding<T> {
    void squeeze(Deque<T> waiting, T item);
  }

  Outlet(
      Flow.Subscriber<? super T> subscriber,
      Executor executor,
      StreamOptions options,
      Crowding<T> crowding,
      Runnable whenCancelled) {
    this.subscriber = subscriber;
    this.executor = executor;
    this.options = options;
    this.crowding = crowding;
    this.whenCancelled = whenCancelled;
  }

  /** Tells the subscriber that it may ask; nothing is delivered before. */
  void subscribed() {
    synchronized (this) {
      delivering = true;
    }
    tell(() -> subscriber.onSubscribe(this));
    synchronized (this) {
      delivering = false;
    }
    deliver();
  }

  @Override
  public void request(long items) {
    synchronized (this) {
      if (items > 0) {
        demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
      }
    }
    if (items > 0) {
      deliver();
    } else {
      fail(new IllegalArgumentException("A demand must be positive"));
      whenCancelled.run();
    }
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      told = true;
      waiting.clear();
      notifyAll();
    }
    whenCancelled.run();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Takes an item as the options say; waits with {@link Overflow#HOLD}, until room or the end. */
  void offer(T item) {
    boolean tooMany = false;
    synchronized (this) {
      awaitRoom();
      if (over) {
        return;
      }
      if (waiting.size() < options.buffer()) {
        waiting.add(item);
      } else if (options.overflow() == Overflow.FAIL) {
        tooMany = true;
      } else {
        crowding.squeeze(waiting, item);
      }
    }
    if (tooMany) {
      fail(new ClientBusyException("More than " + options.buffer() + " updates wait"));
      whenCancelled.run();
    } else {
      deliver();
    }
  }

  private void awaitRoom() {
    while (options.overflow() == Overflow.HOLD && waiting.size() >= options.buffer() && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Ends it: what waits is still delivered when it is asked for, then the failure. */
  void fail(Throwable why) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      failure = why;
      notifyAll();
    }
    deliver();
  }

  private void deliver() {
    synchronized (this) {
      if (delivering || told || !hasWork()) {
        return;
      }
      delivering = true;
    }
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException closed) {
      drainNothing();
    }
  }

  private boolean hasWork() {
    return waiting.isEmpty() ? failure != null : demand > 0;
  }

  /** Nobody is left to deliver: the subscriber hears it on this thread. */
  private void drainNothing() {
    synchronized (this) {
      over = true;
      told = true;
      waiting.clear();
      notifyAll();
    }
    subscriber.onError(new ClientClosedException());
  }

  private void drain() {
    while (true) {
      T item;
      synchronized (this) {
        if (told || !hasWork()) {
          delivering = false;
          return;
        }
        item = waiting.poll();
        if (item == null) {
          told = true;
          delivering = false;
        } else {
          demand = demand == Long.MAX_VALUE ? demand : demand - 1;
          notifyAll();
        }
      }
      if (item == null) {
        tell(() -> subscriber.onError(failure));
        return;
      }
      tell(() -> subscriber.onNext(item));
    }
  }

  /** A subscriber that throws has broken the rules: it gets nothing more. */
  private void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A subscriber failed; its subscription is cancelled", e);
      cancel();
    }
  }
}
