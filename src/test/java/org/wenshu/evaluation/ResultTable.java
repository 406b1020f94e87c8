package org.wenshu.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wenshu.execution.Rows;

/**
 * A result whose cells were brought to one form, ready to be compared.
 *
 * @param columns labels, in SELECT order
 * @param rows cells, see {@link Cell}
 */
record ResultTable(List<String> columns, List<List<String>> rows) {

  static ResultTable of(Rows rows) {
    return new ResultTable(
        rows.columns(),
        rows.rows().stream().map(row -> row.stream().map(Cell::normal).toList()).toList());
  }

  static ResultTable read(ResultSet result) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      columns.add(result.getMetaData().getColumnLabel(i));
    }
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(Cell.normal(result.getObject(i)));
      }
      rows.add(row);
    }
    return new ResultTable(columns, rows);
  }

  int width() {
    return columns.size();
  }

  /** These columns in this order, of the rows from {@code from} to before {@code to}. */
  List<List<String>> cut(List<Integer> wanted, int from, int to) {
    return rows.subList(from, to).stream()
        .map(row -> wanted.stream().map(row::get).toList())
        .toList();
  }

  /** How often each value stands in the column. */
  Map<String, Long> counts(int column) {
    return rows.stream().collect(Collectors.groupingBy(r -> r.get(column), Collectors.counting()));
  }
}
