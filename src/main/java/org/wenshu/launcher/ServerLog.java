package org.wenshu.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file that takes what server and database print, so that the terminal stays quiet. */
final class ServerLog {
  private ServerLog() {}

  /** Begins a new log in the folder, keeping the one before, and turns our own streams to it. */
  static Path begin(Path folder) throws IOException {
    PrivateFiles.createFolder(folder);
    Path log = folder.resolve("server.log");
    if (Files.exists(log)) {
      Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    PrivateFiles.create(log);
    // Appending, because the server's process writes to the same file.
    OutputStream end = Files.newOutputStream(log, StandardOpenOption.APPEND);
    PrintStream stream = new PrintStream(end, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    return log;
  }
}
