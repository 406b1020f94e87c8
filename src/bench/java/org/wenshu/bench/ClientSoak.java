package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.wenshu.client.Leaks;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;
import org.wenshu.client.WenshuException;

/**
 * Asks without pause while the server is restarted again and again: every request must end with an
 * answer or a typed error, and nothing of the client may be left at the end. Half an hour with a
 * restart every two minutes, unless {@code -Dsoak.minutes} and {@code -Dsoak.every} (seconds) say
 * otherwise.
 */
final class ClientSoak {
  private static final String QUESTION = System.getProperty("bench.question", "一共有多少个部门");
  private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
  private static final Duration EVERY = Duration.ofSeconds(Integer.getInteger("soak.every", 120));
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ASKERS = 4;

  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();

  static void runAndPrint(Path work) throws Exception {
    String report = new ClientSoak().run(work);
    System.out.println(report);
    Files.writeString(work.resolve("soak.md"), report);
  }

  /** The client must be out of sight when it is looked for what it has left. */
  private String run(Path work) throws Exception {
    Leaks leaks = Leaks.watch();
    String report = askThroughRestarts(work);
    System.out.println(report);
    leaks.assertNone();
    return report + "No thread and no socket was left.\n";
  }

  private String askThroughRestarts(Path work) throws Exception {
    try (BenchDatabase database = BenchDatabase.start(work)) {
      int port = WenshuServer.freePort();
      Restarts run = new Restarts(work, database, port);
      List<Thread> askers = new ArrayList<>();
      try (Wenshu wenshu =
          Wenshu.builder("http://127.0.0.1:" + port)
              .timeouts(Timeouts.defaults().withAnswer(PATIENCE))
              .build()) {
        run.begin(() -> askers.addAll(askers(wenshu)));
        over.set(true);
        for (Thread asker : askers) {
          asker.join(2 * PATIENCE.toMillis());
          requireEnded(asker);
        }
      }
      return report(run.restarts, run.mostSockets);
    }
  }

  private static void requireEnded(Thread asker) throws IOException {
    if (asker.isAlive()) {
      throw new IOException("A request of " + asker.getName() + " never ended");
    }
  }

  private List<Thread> askers(Wenshu wenshu) {
    List<Thread> askers = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      boolean overRag = i % 2 == 0;
      askers.add(new Thread(() -> askOn(wenshu, overRag), (overRag ? "/mcp " : "/ws ") + i));
    }
    askers.forEach(Thread::start);
    return askers;
  }

  private void askOn(Wenshu wenshu, boolean overRag) {
    String door = overRag ? "/mcp, " : "/ws, ";
    while (!over.get()) {
      String outcome = outcome(wenshu, overRag);
      outcomes.computeIfAbsent(door + outcome, name -> new LongAdder()).increment();
      pause(outcome.equals("answered") ? 2 : 100);
    }
  }

  /** What is no failure of our own family ends the asker, and so the run. */
  private static String outcome(Wenshu wenshu, boolean overRag) {
    try {
      boolean rows =
          overRag
              ? !wenshu.rag().ask(QUESTION).rows().isEmpty()
              : !wenshu.ask().answer(QUESTION).rows().isEmpty();
      return rows ? "answered" : "answered without rows";
    } catch (WenshuException typed) {
      return typed.getClass().getSimpleName();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private String report(int restarts, long mostSockets) throws IOException {
    StringBuilder text = new StringBuilder("\n| outcome | requests |\n| --- | ---: |\n");
    Map<String, LongAdder> sorted = new TreeMap<>(outcomes);
    sorted.forEach((name, count) -> text.append("| " + name + " | " + count.sum() + " |\n"));
    text.append("\n" + restarts + " restarts, at most " + mostSockets + " sockets open\n");
    if (sorted.keySet().stream().anyMatch(name -> name.endsWith("without rows"))) {
      throw new IOException("An answer had no rows:" + text);
    }
    return text.toString();
  }

  /** Keeps the server going and going down. */
  private static final class Restarts {
    private final Path work;
    private final BenchDatabase database;
    private final int port;
    private int restarts;
    private long mostSockets;

    Restarts(Path work, BenchDatabase database, int port) {
      this.work = work;
      this.database = database;
      this.port = port;
    }

    /** The action runs once the server is up for the first time. */
    void begin(Runnable onceUp) throws IOException, InterruptedException {
      long end = 0;
      do {
        try (WenshuServer server = WenshuServer.start(work, database, QUESTION, Map.of(), port)) {
          if (end == 0) {
            end = System.nanoTime() + LENGTH.toNanos();
            onceUp.run();
          }
          Thread.sleep(Math.max(0, Math.min(EVERY.toMillis(), left(end))));
          server.process().requireAlive();
          mostSockets = Math.max(mostSockets, Leaks.sockets());
        }
        restarts++;
      } while (left(end) > 0);
    }

    private static long left(long end) {
      return (end - System.nanoTime()) / 1_000_000;
    }
  }
}
