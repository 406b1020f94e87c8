package org.wenshu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The WAR with a model in its own process. */
final class StubWar {
  private static final List<Class<?>> CLASSES = List.of(StubModel.class, StubModelBeans.class);

  private StubWar() {}

  static void write(Path original, Path war) throws IOException {
    Files.copy(original, war, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem archive = FileSystems.newFileSystem(war)) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = archive.getPath("WEB-INF", "classes").resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream code = StubWar.class.getClassLoader().getResourceAsStream(name)) {
          Files.copy(code, target);
        }
      }
    }
  }
}
