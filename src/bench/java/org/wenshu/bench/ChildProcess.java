package org.wenshu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A measured process: CPU time and memory as Linux accounts for them. When it starts a process of
 * its own, as the launcher starts the server, that one is measured. Ends with this JVM.
 */
final class ChildProcess implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private final Process process;
  private final Path output;

  ChildProcess(List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    this.output = output;
    Files.createDirectories(output.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    this.process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** User and system time since the start, in seconds. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(measured("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    return ticks / TICKS_PER_SECOND;
  }

  /** Resident memory in MB. */
  double residentMegabytes() throws IOException {
    Path status = measured("status");
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  /** What is left of a JVM's heap after a full collection, in MB. */
  double liveMegabytes() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram =
        new ProcessBuilder(jcmd, Long.toString(measured()), "GC.class_histogram").start();
    String printed = new String(histogram.getInputStream().readAllBytes(), UTF_8).strip();
    if (histogram.waitFor() != 0) {
      throw new IOException("No histogram of the heap: " + printed);
    }
    String[] total = printed.substring(printed.lastIndexOf('\n') + 1).split("\\s+", -1);
    return Long.parseLong(total[total.length - 1]) / 1048576.0;
  }

  private Path measured(String file) {
    return Path.of("/proc", Long.toString(measured()), file);
  }

  private long measured() {
    return handle().pid();
  }

  private ProcessHandle handle() {
    return process.children().findFirst().orElse(process.toHandle());
  }

  /** When it was started. */
  Instant started() {
    return handle().info().startInstant().orElseThrow();
  }

  void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("The process ended, see " + output);
    }
  }

  /** What it has printed so far. */
  String printed() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
