package org.wenshu.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param executed distinct statements sent to the server
 * @param rejections why the server did not take some of them, and how often
 * @param rejected how many of them it did not take
 * @param timeouts how many were killed for lasting too long; each is a finding too
 * @param rows read in all
 */
record FuzzReport(
    int executed,
    Map<String, Integer> rejections,
    int rejected,
    int timeouts,
    long rows,
    Duration slowest,
    String slowestSql,
    List<String> findings) {
  /** Writes the figures to {@code target/fuzz/report.md} and prints them. */
  void write(long seed, int mutants, int admitted) throws IOException {
    String report =
        """
        # Mutants on a live server

        | | |
        | --- | ---: |
        | seed | %d |
        | mutants, each judged by two policies | %d |
        | admitted | %d |
        | distinct statements run | %d |
        | of them rejected by the server | %d |
        | into the timeout of %d s | %d |
        | slowest | %d ms |
        | rows read | %d |
        | findings | %d |

        Slowest: `%s`

        | rejected by the server | times |
        | --- | ---: |
        %s

        %s
        """
            .formatted(
                seed,
                mutants,
                admitted,
                executed,
                rejected,
                FuzzRun.TIMEOUT.toSeconds(),
                timeouts,
                slowest.toMillis(),
                rows,
                findings.size(),
                slowestSql,
                reasons(),
                String.join("\n\n", findings));
    Path folder = Files.createDirectories(Path.of("target", "fuzz"));
    Files.writeString(folder.resolve("report.md"), report);
    System.out.println(report);
  }

  private String reasons() {
    return rejections.entrySet().stream()
        .map(e -> "| " + e.getKey().replace("|", "\\|") + " | " + e.getValue() + " |")
        .collect(Collectors.joining("\n"));
  }
}
