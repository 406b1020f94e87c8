package org.wenshu.launcher;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/**
 * Payara Micro with one application, reachable from this machine only, as a child process. Ends
 * with this process.
 */
final class WebServer implements AutoCloseable {
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

  private final Process process;
  private final ServerCommand command;

  private WebServer(Process process, ServerCommand command) {
    this.process = process;
    this.command = command;
  }

  /** Fails with one sentence when another process listens on the port. */
  static void requireFreePort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new LaunchException(
          ErrorCode.SATURATED,
          new Wording(
              "端口 %d 已被占用；请先停止占用它的程序，或加 -Dwenshu.http.port=其他端口。".formatted(port),
              "Port %d is in use; stop the program that has it or add -Dwenshu.http.port=another."
                  .formatted(port)),
          e);
    }
  }

  /**
   * Starts the server; {@link Readiness} tells when it serves.
   *
   * @param folder for its files of this run; emptied first
   * @param configuration environment variables for the application
   */
  static WebServer start(
      LaunchSettings settings, Path folder, Path log, Map<String, String> configuration)
      throws IOException {
    Folders.delete(folder);
    PrivateFiles.createFolder(folder);
    ServerCommand command = new ServerCommand(folder, settings.serverOptions());
    List<String> arguments = new ServerSetup(folder).write(settings.war(), settings.httpPort());
    File logFile = log.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command.line(arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile));
    builder.environment().putAll(configuration);
    WebServer server = new WebServer(builder.start(), command);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
    return server;
  }

  /** Whether the process lives. */
  boolean alive() {
    return process.isAlive();
  }

  /** Whether start-up is over, deployment included, well or badly. */
  boolean up() {
    return Files.exists(command.upMarker());
  }

  /** Waits for the end of the process. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Asks the process to end, and insists when it takes longer than ten seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
