package org.wenshu.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.wenshu.protocol.ws.InContainerSession;

/** The server under test: clients for it, and waiting until it is started or done. */
public final class ReadyServer {
  private static final int TRIES = 150;
  private static final long PACE_MILLIS = 400;

  private ReadyServer() {}

  /** A client for it that shows the token of every test. */
  public static Wenshu client() {
    return client(TokenSource.fixed(InContainerSession.TOKEN));
  }

  /** A client for it. */
  public static Wenshu client(TokenSource token) {
    return Wenshu.builder("http://127.0.0.1:" + InContainerSession.port())
        .token(token)
        .timeouts(Timeouts.defaults().withAnswer(Duration.ofSeconds(30)))
        .build();
  }

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
