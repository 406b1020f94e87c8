package org.wenshu.protocol.frames;

import java.time.Duration;

/** The threads that write where writing may block, and those that wait. */
interface Writers {
  /** Runs it soon, on another thread. */
  void execute(Runnable writing);

  /** Runs it after that time, on another thread. */
  void schedule(Runnable writing, Duration delay);
}
