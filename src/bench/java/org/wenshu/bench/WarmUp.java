package org.wenshu.bench;

import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Asks a server until an answer costs it no less than before: then the compilers are done. Few
 * clients, because they want a core of their own.
 */
final class WarmUp {
  static final int CLIENTS = 3;
  private static final int ROUND = 5_000;
  private static final int FEWEST_ROUNDS = 4;
  private static final int MOST_ROUNDS = 20;
  private static final int CALM_ROUNDS = 3;
  private static final double STILL_FALLING = 0.95;

  private WarmUp() {}

  static void run(ChildProcess server, Callable<Load.Client> opener) throws Exception {
    double before = Double.MAX_VALUE;
    int calm = 0;
    for (int round = 1; round <= MOST_ROUNDS && calm < CALM_ROUNDS; round++) {
      double started = server.cpuSeconds();
      int answers = Load.run(CLIENTS, ROUND / CLIENTS, opener).answers();
      double millis = (server.cpuSeconds() - started) * 1000 / answers;
      System.out.printf(Locale.ROOT, "  round %d: %.2f ms of CPU an answer%n", round, millis);
      calm = round >= FEWEST_ROUNDS && millis > before * STILL_FALLING ? calm + 1 : 0;
      before = Math.min(before, millis);
    }
  }
}
