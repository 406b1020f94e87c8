package org.wenshu.question;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A thread at work on a question, and what it may put off until it has to wait or is done: one
 * handing over of everything that has gathered costs less than one for each. Whoever makes the
 * thread wait for something outside says so first.
 */
public final class BusyThread {
  private static final ThreadLocal<BusyThread> OF_THREAD = new ThreadLocal<>();

  private final Deque<Runnable> putOff = new ArrayDeque<>();

  private BusyThread() {}

  /** Does the work on the calling thread, and then what was put off, even when the work throws. */
  public static void during(Runnable work) {
    if (OF_THREAD.get() != null) {
      work.run();
      return;
    }
    OF_THREAD.set(new BusyThread());
    try {
      work.run();
    } finally {
      try {
        waits();
      } finally {
        OF_THREAD.remove();
      }
    }
  }

  /** Whether the calling thread is at work on a question. */
  public static boolean isBusy() {
    return OF_THREAD.get() != null;
  }

  /**
   * Puts the action off until the calling thread waits or is done.
   *
   * @param action must not throw
   * @return false, and nothing is put off, when the thread is not at work on a question
   */
  public static boolean later(Runnable action) {
    BusyThread thread = OF_THREAD.get();
    return thread != null && thread.putOff.add(action);
  }

  /** The calling thread is about to wait: does what was put off, and what that puts off. */
  public static void waits() {
    BusyThread thread = OF_THREAD.get();
    if (thread != null) {
      for (Runnable next = thread.putOff.poll(); next != null; next = thread.putOff.poll()) {
        next.run();
      }
    }
  }
}
