package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.wenshu.error.ErrorCode;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Wording;

/** Loads the demo schema the first time and leaves it alone afterwards. */
final class DemoInstallation {
  private final EmbeddedDatabase database;
  private final Path marker;

  /** An installation noted in the given folder. */
  DemoInstallation(EmbeddedDatabase database, Path folder) {
    this.database = database;
    this.marker = folder.resolve("demo-loaded");
  }

  /** The address of the demo for asking, loaded when it was not. */
  DatabaseAddress ensure(Terminal terminal) {
    try {
      if (Files.exists(marker)) {
        database.openToReader(DemoData.SCHEMA);
      } else {
        terminal.step(new Wording("正在载入演示数据……", "Loading the demo data ..."));
        DemoSchema.load(database);
        // Written last: a loading cut short is done again from the start.
        Files.createFile(marker);
      }
    } catch (SQLException | IOException e) {
      throw new LaunchException(
          ErrorCode.DATABASE_UNAVAILABLE,
          new Wording(
              "演示数据未能载入：" + e.getMessage(), "The demo data was not loaded: " + e.getMessage()),
          e);
    }
    return new DatabaseAddress(database.url(DemoData.SCHEMA), database.reader());
  }
}
