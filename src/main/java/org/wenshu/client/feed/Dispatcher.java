package org.wenshu.client.feed;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands frames to handlers, one after the other, on a thread of its own that ends when there is
 * nothing to do. Who brings frames is told to go on only while there is room: nothing is dropped,
 * the socket is not read instead. Thread-safe.
 */
final class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final long IDLE_MILLIS = 500;
  private static final long MOST_CHARS = 8 << 20;

  private final ThreadPoolExecutor thread;
  private final int capacity;
  private int waiting;
  private long chars;
  private long epoch;
  private Runnable paused;

  Dispatcher(int capacity) {
    this.capacity = capacity;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Dispatcher::daemon);
    thread.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread made = new Thread(work, "wenshu-client-feed-" + COUNT.incrementAndGet());
    made.setDaemon(true);
    return made;
  }

  /**
   * Queues a frame.
   *
   * @param more called as soon as there is room for another, which may be at once
   */
  void offer(int length, Runnable task, Runnable more) {
    boolean room;
    synchronized (this) {
      waiting++;
      chars += length;
      long now = epoch;
      thread.execute(() -> run(now, length, task));
      room = waiting < capacity && chars < MOST_CHARS;
      if (!room) {
        paused = more;
      }
    }
    if (room) {
      more.run();
    }
  }

  /** Forgets what waits; what is being handled goes on. */
  synchronized void clear() {
    epoch++;
    thread.getQueue().clear();
    waiting = 0;
    chars = 0;
    paused = null;
  }

  private void run(long asked, int length, Runnable task) {
    synchronized (this) {
      if (asked != epoch) {
        return;
      }
    }
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "消息处理器错误: " + e, e);
    }
    Runnable more = done(asked, length);
    if (more != null) {
      more.run();
    }
  }

  private synchronized Runnable done(long asked, int length) {
    if (asked != epoch) {
      return null;
    }
    waiting--;
    chars -= length;
    if (paused == null || waiting > capacity / 2 || chars > MOST_CHARS / 2) {
      return null;
    }
    Runnable more = paused;
    paused = null;
    return more;
  }
}
