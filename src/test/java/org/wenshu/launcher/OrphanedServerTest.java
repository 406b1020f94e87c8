package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedServerTest {
  @TempDir Path home;

  private EmbeddedDatabaseConfig config;
  private Process process;

  @BeforeEach
  void nameTheHome() {
    config = EmbeddedDatabaseConfig.defaults(home);
  }

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void endsTheProcessThatWorksOnTheHome() throws IOException {
    start("--pid-file=" + config.pidFile());
    OrphanedServer.end(config);
    assertThat(process.isAlive()).isFalse();
    assertThat(config.pidFile()).doesNotExist();
  }

  @Test
  void sparesAProcessThatOnlyHasTheNumber() throws IOException {
    start("--pid-file=/somewhere/else.pid");
    OrphanedServer.end(config);
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void mindsNoFileAndNoNumber() throws IOException {
    OrphanedServer.end(config);
    Files.writeString(config.pidFile(), "none\n");
    OrphanedServer.end(config);
    assertThat(config.pidFile()).exists();
  }

  // Two commands keep the shell from becoming the sleep and losing its arguments.
  private void start(String argument) throws IOException {
    process = new ProcessBuilder("sh", "-c", "sleep 60; true", "server", argument).start();
    Files.writeString(config.pidFile(), process.pid() + "\n");
  }
}
