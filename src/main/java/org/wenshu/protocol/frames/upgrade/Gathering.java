package org.wenshu.protocol.frames.upgrade;

import java.io.IOException;

/**
 * Lets several frames that one thread sends one after the other leave together: what it sends waits
 * while it knows that more follows at once. Every frame on its own costs a call of the system, at
 * the client one more.
 */
public final class Gathering {
  private static final ThreadLocal<Gathering> OF_THREAD = ThreadLocal.withInitial(Gathering::new);

  private boolean followed;
  private RelayedOutput waiting;

  private Gathering() {}

  /** Says of what the calling thread sends next whether it will send more at once. */
  public static void followed(boolean byMore) {
    OF_THREAD.get().followed = byMore;
  }

  /** Whether what the calling thread sends may wait for what follows. */
  static boolean mayWait() {
    return OF_THREAD.get().followed;
  }

  /** Sends what still waits of what the calling thread has sent, if anything does. */
  public static void end() throws IOException {
    Gathering ended = OF_THREAD.get();
    RelayedOutput left = ended.waiting;
    ended.followed = false;
    ended.waiting = null;
    if (left != null) {
      left.flush();
    }
  }

  static void waitsIn(RelayedOutput output) {
    OF_THREAD.get().waiting = output;
  }
}
