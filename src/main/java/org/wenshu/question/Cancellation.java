package org.wenshu.question;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Tells every step of a question that its asker is gone. A step that waits on something outside
 * registers how to interrupt that wait; the registration ends with the step. Thread-safe.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Cancels once; later calls do nothing. Runs the registered actions on the calling thread. */
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether {@link #cancel()} was called. */
  public boolean isCancelled() {
    synchronized (actions) {
      return cancelled;
    }
  }

  /**
   * Ends the step when the asker is gone.
   *
   * @throws CancellationException when cancelled
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException("The asker is gone");
    }
  }

  /**
   * Runs the action when cancelled, at once when that has already happened. The action must neither
   * block nor throw. Closing the registration withdraws it.
   */
  public Registration onCancel(Runnable action) {
    synchronized (actions) {
      if (!cancelled) {
        actions.add(action);
        return () -> withdraw(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void withdraw(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }

  /** A registered action, for try-with-resources. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
