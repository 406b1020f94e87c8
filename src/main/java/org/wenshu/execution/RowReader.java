package org.wenshu.execution;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads a result into {@link Rows}, up to the limits. Confined to one result. */
final class RowReader {
  private final ExecutionConfig limits;
  private final List<String> labels = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();
  private boolean truncated;
  private long bytes;

  RowReader(ExecutionConfig limits) {
    this.limits = limits;
  }

  /** Reads the result; the action runs when the server has more to send than is wanted. */
  void read(ResultSet result, Runnable enough) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    CellReader[] cells = new CellReader[meta.getColumnCount()];
    for (int i = 0; i < cells.length; i++) {
      labels.add(meta.getColumnLabel(i + 1));
      cells[i] = CellReader.of(meta.getColumnTypeName(i + 1));
    }
    while (!truncated && result.next()) {
      if (rows.size() == limits.maxRows() || bytes > limits.maxBytes()) {
        truncated = true;
      } else {
        rows.add(row(result, cells));
      }
    }
    if (truncated && result.next()) {
      enough.run();
    }
  }

  /** What was read. */
  Rows rows() {
    return new Rows(
        Collections.unmodifiableList(labels), Collections.unmodifiableList(rows), truncated);
  }

  private List<Object> row(ResultSet result, CellReader[] cells) throws SQLException {
    Object[] row = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = cells[i].read(result, i + 1);
      bytes += weight(row[i]);
    }
    return Collections.unmodifiableList(Arrays.asList(row));
  }

  private static int weight(Object value) {
    if (value instanceof String text) {
      return 2 * text.length();
    }
    if (value instanceof Rows.Json json) {
      return 2 * json.text().length();
    }
    return value instanceof byte[] raw ? raw.length : Long.BYTES;
  }
}
