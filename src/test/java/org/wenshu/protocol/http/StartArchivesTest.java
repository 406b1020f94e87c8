package org.wenshu.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchivesTest {
  @TempDir private Path folder;

  /** Holds archives open as Payara's loader of an application does. */
  public static final class ScriptedLoader extends ClassLoader {
    private final JarFile[] archives;

    ScriptedLoader(JarFile... archives) {
      this.archives = archives;
    }

    public JarFile[] getJarFiles() {
      return archives.clone();
    }
  }

  private JarFile archive(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream target = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(target)) {
      jar.putNextEntry(new JarEntry("entry"));
    }
    return new JarFile(file.toFile());
  }

  private static CompletableFuture<Boolean> closed(StartArchives archives, Duration atMost) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            archives.awaitClosed(atMost);
            return true;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void waitsUntilTheLastIsClosed() throws Exception {
    JarFile first = archive("a.jar");
    JarFile second = archive("b.jar");
    StartArchives archives = StartArchives.of(new ScriptedLoader(first, null, second));
    CompletableFuture<Boolean> waiting = closed(archives, Duration.ofSeconds(60));
    first.close();
    Thread.sleep(100);

    assertThat(waiting).isNotDone();
    second.close();
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitsNoLongerThanItMay() throws Exception {
    try (JarFile open = archive("a.jar")) {
      StartArchives archives = StartArchives.of(new ScriptedLoader(open));

      assertThat(closed(archives, Duration.ofMillis(50)).get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void waitsForNothingOnOtherServers() throws Exception {
    StartArchives none = StartArchives.of(getClass().getClassLoader());

    assertThat(closed(none, Duration.ofSeconds(60)).get(20, TimeUnit.SECONDS)).isTrue();
  }
}
