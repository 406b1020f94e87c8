package org.wenshu.protocol.ws;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.EmbeddedDatabase;

/** What the server under test has recorded. */
final class AuditRows {
  private AuditRows() {}

  /** Caller, outcome, guarded statement and rows of that question; empty before it is recorded. */
  static String of(String question) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT CONCAT_WS('|', caller, outcome, guarded_sql, result_rows)"
                    + " FROM audit_question WHERE question = ?")) {
      select.setString(1, question);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? result.getString(1) : "";
      }
    }
  }
}
