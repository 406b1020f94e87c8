package org.wenshu.evaluation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import javax.sql.DataSource;

/** Runs gold statements, each once, and says what rows a right answer has. */
final class GoldDatabase {
  private static final int TIMEOUT_SECONDS = 30;

  private final DataSource database;
  private final Map<String, ExpectedRows> expected = new HashMap<>();

  GoldDatabase(DataSource database) {
    this.database = database;
  }

  /**
   * The rows of the gold statement, with everything that ties at its end.
   *
   * @throws SQLException when the gold statement itself fails
   */
  ExpectedRows expect(String gold) throws SQLException {
    ExpectedRows known = expected.get(gold);
    if (known == null) {
      try (Connection connection = database.getConnection()) {
        known = load(connection, gold);
      }
      expected.put(gold, known);
    }
    return known;
  }

  private static ExpectedRows load(Connection connection, String gold) throws SQLException {
    OuterSql outer = new OuterSql(gold);
    ResultTable table = run(connection, gold);
    int count = table.rows().size();
    if (!outer.isOrdered()) {
      boolean cut = outer.limit().isPresent();
      ResultTable all = cut ? run(connection, outer.unlimited(List.of())) : table;
      return new ExpectedRows(table.width(), List.of(all.rows()), count);
    }
    return ordered(connection, outer, table);
  }

  private static ExpectedRows ordered(Connection connection, OuterSql outer, ResultTable table)
      throws SQLException {
    int width = table.width();
    int count = table.rows().size();
    List<Integer> keys = new ArrayList<>();
    List<String> further = new ArrayList<>();
    for (String key : outer.sortKeys()) {
      OptionalInt shown = shownAs(key, table.columns());
      if (shown.isEmpty()) {
        further.add(key);
      }
      keys.add(shown.orElse(width + further.size() - 1));
    }
    if (!outer.isPlain() || (outer.isDistinct() && !further.isEmpty())) {
      return new ExpectedRows(width, table.rows().stream().map(List::of).toList(), count);
    }
    ResultTable all = run(connection, outer.unlimited(further));
    return new ExpectedRows(width, groups(all.rows(), keys), count);
  }

  /** The column of the result that the sort key names. */
  private static OptionalInt shownAs(String key, List<String> columns) {
    if (key.matches("\\d+")) {
      return OptionalInt.of(Integer.parseInt(key) - 1);
    }
    List<String> labels = columns.stream().map(OuterSql::label).toList();
    int at = labels.indexOf(OuterSql.label(key));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  private static List<List<List<String>>> groups(List<List<String>> rows, List<Integer> keys) {
    List<List<List<String>>> groups = new ArrayList<>();
    BiPredicate<List<String>, List<String>> tie =
        (a, b) -> keys.stream().allMatch(k -> a.get(k).equals(b.get(k)));
    for (List<String> row : rows) {
      int last = groups.size() - 1;
      if (last < 0 || !tie.test(groups.get(last).get(0), row)) {
        groups.add(new ArrayList<>());
        last++;
      }
      groups.get(last).add(row);
    }
    return groups;
  }

  private static ResultTable run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      try (ResultSet result = statement.executeQuery(sql)) {
        return ResultTable.read(result);
      }
    }
  }
}
