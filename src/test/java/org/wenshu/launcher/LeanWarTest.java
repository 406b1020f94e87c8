package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeanWarTest {
  @TempDir Path folder;

  private Path war(String... entries) throws IOException {
    Path war = folder.resolve("any.war");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
        jar.write(entry.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
    return war;
  }

  @Test
  void marksEveryLibraryAndKeepsTheRest() throws IOException {
    Path lean = folder.resolve("lean.war");
    LeanWar.write(war("index.html", "WEB-INF/lib/some-1.0.jar", "WEB-INF/lib/notes.txt"), lean);
    try (JarFile read = new JarFile(lean.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "index.html",
              "WEB-INF/lib/some-1.0.jar",
              "WEB-INF/lib/notes.txt",
              "WEB-INF__lib__some-1.0_jar");
      assertThat(read.getInputStream(read.getEntry("index.html"))).hasContent("index.html");
    }
  }

  @Test
  void takesApplicationsWithoutLibraries() throws IOException {
    Path lean = folder.resolve("lean.war");
    LeanWar.write(war("index.html"), lean);
    try (JarFile read = new JarFile(lean.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName)).containsExactly("index.html");
    }
  }
}
