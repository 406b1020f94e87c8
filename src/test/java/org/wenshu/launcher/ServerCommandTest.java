package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
  @TempDir Path folder;

  @Test
  void classPathHoldsPayaraAndWhatTheServerNeedsOfOursOnly() throws IOException {
    List<String> line = new ServerCommand(folder, List.of()).line(List.of("--port", "1"));
    String[] classPath = line.get(line.indexOf("-cp") + 1).split(File.pathSeparator, -1);
    assertThat(classPath).hasSize(2);
    assertThat(classPath[0]).contains("payara-micro");
    try (Stream<Path> files = Files.walk(Path.of(classPath[1]))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ServerMain.class", "ParentWatch.class", "LogLine.class");
    }
  }

  @Test
  void handsTheServersArgumentsOnAfterItsOwn() throws IOException {
    ServerCommand command = new ServerCommand(folder, List.of());
    List<String> line = command.line(List.of("--port", "1"));
    assertThat(line)
        .endsWith(ServerMain.class.getName(), command.upMarker().toString(), "--port", "1");
    assertThat(line).contains("--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  @Test
  void letsTheUsersOptionsCountLast() throws IOException {
    ServerCommand command = new ServerCommand(folder, List.of("-Xmx2g", "-XX:+UseZGC"));
    List<String> line = command.line(List.of());
    assertThat(line).containsSubsequence("-Xmx512m", "-Xmx2g", "-XX:+UseZGC", "-cp");
  }
}
