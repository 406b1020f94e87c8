package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/** A server whose run was killed before it could stop its child; it still sits on the data. */
final class OrphanedServer {
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

  private OrphanedServer() {}

  /** Ends the server of the home folder if one is left over. The caller holds the home's lock. */
  static void end(EmbeddedDatabaseConfig config) throws IOException {
    Optional<ProcessHandle> orphan = find(config);
    if (orphan.isPresent()) {
      orphan.get().destroy();
      await(orphan.get());
      Files.deleteIfExists(config.pidFile());
    }
  }

  private static Optional<ProcessHandle> find(EmbeddedDatabaseConfig config) throws IOException {
    Path file = config.pidFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String pid = Files.readString(file).strip();
    if (!pid.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    // A number may have been given to another process since, so its command must fit as well.
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> process.info().commandLine().orElse("").contains(file.toString()));
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new LaunchException(
          ErrorCode.SATURATED,
          new Wording(
              "上次运行遗留的数据库进程 %d 未能结束".formatted(process.pid()),
              "The database process %d of an earlier run does not end".formatted(process.pid())),
          e);
    }
  }
}
