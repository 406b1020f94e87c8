package org.wenshu.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/** Asks the same thing again and again, from one client or from many at once. */
final class Load {
  private Load() {}

  /** One client's way to ask once and wait for the whole answer. */
  interface Client extends AutoCloseable {
    void ask() throws Exception;

    @Override
    void close() throws IOException;
  }

  /** What a load came to. */
  static final class Result {
    private final double perSecond;
    private final double[] millis;

    private Result(double perSecond, double[] millis) {
      this.perSecond = perSecond;
      this.millis = millis;
    }

    /** Answers per second over all clients. */
    double perSecond() {
      return perSecond;
    }

    /** How many answers there were. */
    int answers() {
      return millis.length;
    }

    /** How long half of the answers took at most, in milliseconds. */
    double p50() {
      return Figures.percentile(millis, 0.5);
    }
  }

  /** Every client asks so many times; clients are opened and closed outside the measured time. */
  static Result run(int clients, int timesEach, Callable<Client> opener) throws Exception {
    List<Client> open = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      for (int i = 0; i < clients; i++) {
        open.add(opener.call());
      }
      long start = System.nanoTime();
      List<Future<double[]>> futures = new ArrayList<>();
      for (Client client : open) {
        futures.add(threads.submit(() -> askRepeatedly(client, timesEach)));
      }
      double[] millis = all(futures);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Result(millis.length / seconds, millis);
    } finally {
      threads.shutdownNow();
      for (Client client : open) {
        client.close();
      }
    }
  }

  private static double[] askRepeatedly(Client client, int times) throws Exception {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      client.ask();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private static double[] all(List<Future<double[]>> futures)
      throws IOException, InterruptedException {
    DoubleStream millis = DoubleStream.empty();
    for (Future<double[]> future : futures) {
      try {
        millis = DoubleStream.concat(millis, DoubleStream.of(future.get()));
      } catch (ExecutionException e) {
        throw new IOException("A client failed", e.getCause());
      }
    }
    return millis.toArray();
  }
}
