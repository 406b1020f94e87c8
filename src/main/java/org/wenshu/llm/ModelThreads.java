package org.wenshu.llm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few daemon threads on which the HTTP client moves bytes. They never wait for a model: reading
 * threads do that themselves. Idle ones end after 30 s; with 10,000 tasks waiting, the thread that
 * submits one does it itself.
 */
final class ModelThreads {
  private static final int THREADS = 4;
  private static final int MAX_TASKS = 10_000;

  private ModelThreads() {}

  static ExecutorService start() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_TASKS),
            work -> daemon(work, number.incrementAndGet()),
            new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread daemon(Runnable work, int number) {
    Thread thread = new Thread(work, "wenshu-llm-" + number);
    thread.setDaemon(true);
    return thread;
  }
}
