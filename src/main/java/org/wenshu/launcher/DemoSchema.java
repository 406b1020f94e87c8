package org.wenshu.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import org.wenshu.launcher.demo.DemoData;

/** Puts the demo schema into an embedded database. */
public final class DemoSchema {
  private DemoSchema() {}

  /**
   * Creates the demo schema anew, fills it and opens it to the reader.
   *
   * @return number of rows written
   */
  public static int load(EmbeddedDatabase database) throws SQLException {
    database.dropSchema(DemoData.SCHEMA);
    database.createSchema(DemoData.SCHEMA);
    database.openToReader(DemoData.SCHEMA);
    Account root = database.root();
    String url = database.url(DemoData.SCHEMA) + "&rewriteBatchedStatements=true";
    try (Connection connection = DriverManager.getConnection(url, root.user(), root.password())) {
      return new DemoData(databaseTime(connection)).load(connection);
    }
  }

  /** The database's clock decides what is today, for its functions are what questions use. */
  private static LocalDateTime databaseTime(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT NOW()")) {
      result.next();
      return result.getObject(1, LocalDateTime.class);
    }
  }
}
