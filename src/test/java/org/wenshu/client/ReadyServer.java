package org.wenshu.client;

import java.util.function.BooleanSupplier;

/** Waits for a server that has just been started, or is at work in the background. */
public final class ReadyServer {
  private static final int TRIES = 150;
  private static final long PACE_MILLIS = 400;

  private ReadyServer() {}

  /** Calls again and again until the call does not fail any more. */
  public static void awaitAnswer(Runnable call) throws InterruptedException {
    await(
        () -> {
          call.run();
          return true;
        });
  }

  /** Until it holds; failures of the client count as no. */
  public static void await(BooleanSupplier condition) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        if (condition.getAsBoolean()) {
          return;
        }
      } catch (WenshuException notYet) {
        // Asked again.
      }
      Thread.sleep(PACE_MILLIS);
    }
    throw new AssertionError("The server did not become ready");
  }
}
