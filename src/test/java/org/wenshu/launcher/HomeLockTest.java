package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir Path folder;

  @Test
  void letsOneRunInAtATime() {
    Path home = folder.resolve("home");
    HomeLock first = HomeLock.acquire(home);
    assertThatThrownBy(() -> HomeLock.acquire(home))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(home.toString())
        .hasMessageContaining("in use");
    first.close();
    HomeLock.acquire(home).close();
  }

  @Test
  void keepsStrangersOutOfTheFolder() throws IOException {
    Path home = folder.resolve("home");
    HomeLock.acquire(home).close();
    assertThat(Files.getPosixFilePermissions(home))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }
}
