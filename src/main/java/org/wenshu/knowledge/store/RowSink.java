package org.wenshu.knowledge.store;

import java.sql.SQLException;

/** Takes the columns of rows one after the other. */
interface RowSink {
  void number(long value) throws SQLException;

  void decimal(double value) throws SQLException;

  void text(String value) throws SQLException;

  void bytes(byte[] value) throws SQLException;

  /** The row is complete. */
  void end() throws SQLException;
}
