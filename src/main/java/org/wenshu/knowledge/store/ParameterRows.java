package org.wenshu.knowledge.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows as a batch of parameters, which the driver makes inserts of many rows each. */
final class ParameterRows implements RowSink {
  private static final int ROWS = 1_000;

  private final PreparedStatement insert;
  private int column;
  private int rows;

  ParameterRows(PreparedStatement insert) {
    this.insert = insert;
  }

  @Override
  public void number(long value) throws SQLException {
    insert.setLong(++column, value);
  }

  @Override
  public void decimal(double value) throws SQLException {
    insert.setDouble(++column, value);
  }

  @Override
  public void text(String value) throws SQLException {
    insert.setString(++column, value);
  }

  @Override
  public void bytes(byte[] value) throws SQLException {
    insert.setBytes(++column, value);
  }

  @Override
  public void end() throws SQLException {
    insert.addBatch();
    column = 0;
    rows++;
    if (rows % ROWS == 0) {
      insert.executeBatch();
    }
  }

  /** Writes what is left. */
  void finish() throws SQLException {
    if (rows % ROWS != 0) {
      insert.executeBatch();
    }
  }
}
