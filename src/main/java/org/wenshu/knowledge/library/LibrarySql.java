package org.wenshu.knowledge.library;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Statements with their values, and content that is kept in parts. Stateless. */
final class LibrarySql {
  /** Well below the packet that servers take by default. */
  private static final int PART_BYTES = 1 << 20;

  private LibrarySql() {}

  /** Takes one part. */
  @FunctionalInterface
  interface PartVisitor {
    void visit(int part, byte[] bytes) throws SQLException;
  }

  static void parts(byte[] content, PartVisitor visitor) throws SQLException {
    int part = 0;
    for (int from = 0; from < content.length; from += PART_BYTES) {
      int to = Math.min(content.length, from + PART_BYTES);
      visitor.visit(part++, Arrays.copyOfRange(content, from, to));
    }
  }

  /** The parts that the statement selects in their order, put together. */
  static byte[] whole(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement parts = prepared(connection, sql, values);
        ResultSet row = parts.executeQuery()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      while (row.next()) {
        content.writeBytes(row.getBytes(1));
      }
      return content.toByteArray();
    }
  }

  static int execute(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
