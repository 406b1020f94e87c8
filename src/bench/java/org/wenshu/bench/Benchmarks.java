package org.wenshu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that {@code -Dbench.only} chooses by name: the JMH classes of this source
 * folder, {@code Server}, the measurements against a started server, {@code Gateway}, those of the
 * gateway's socket, {@code Held}, a thousand connections to one, {@code Feed}, the real-time feed,
 * {@code Bulk}, bulk import and export, {@code Transfer}, the same through the Java client, {@code
 * Client}, what the client costs beside a bare WebSocket, and, only when named, {@code Soak}, the
 * client while its server is restarted again and again.
 */
public final class Benchmarks {
  private static final List<String> PLAIN =
      List.of("Server", "Held", "Gateway", "Feed", "Bulk", "Transfer", "Client", "Soak");

  private Benchmarks() {}

  /** Runs what was chosen and prints figures; fails when a benchmark does. */
  public static void main(String[] args) throws Exception {
    String only = System.getProperty("bench.only", ".*");
    Path work = Path.of(System.getProperty("bench.work", "target/bench")).toAbsolutePath();
    Files.createDirectories(work);
    if (Pattern.compile(only).matcher("Server").find()) {
      int turns = Integer.getInteger("bench.turns", 5);
      Optional<Path> peer =
          Optional.ofNullable(System.getProperty("bench.peer"))
              .filter(file -> !file.isBlank())
              .map(Path::of);
      ServerBenchmarks.runAndPrint(work, turns, peer);
    }
    if (Pattern.compile(only).matcher("Held").find()) {
      HeldConnections.runAndPrint(work);
    }
    if (Pattern.compile(only).matcher("Gateway").find()) {
      GatewayBenchmarks.runAndPrint(work, Integer.getInteger("bench.turns", 5));
    }
    if (Pattern.compile(only).matcher("Feed").find()) {
      FeedBenchmarks.runAndPrint(work);
    }
    if (Pattern.compile(only).matcher("Bulk").find()) {
      BulkBenchmarks.runAndPrint(work, Integer.getInteger("bench.turns", 5));
    }
    if (Pattern.compile(only).matcher("Transfer").find()) {
      TransferBenchmarks.runAndPrint(work, Integer.getInteger("bench.turns", 5));
    }
    if (Pattern.compile(only).matcher("Client").find()) {
      ClientBenchmarks.runAndPrint(work, Integer.getInteger("bench.turns", 5));
    }
    if (only.equals("Soak")) {
      ClientSoak.runAndPrint(work);
    }
    if (!PLAIN.contains(only)) {
      runMicroBenchmarks(only, work);
    }
  }

  private static void runMicroBenchmarks(String only, Path work) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include("org\\.wenshu\\..*(" + only + ").*")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(work.resolve("micro.json").toString())
                .build())
        .run();
  }
}
