package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/** The best rows of each group: numbered inside, cut off outside. */
final class Ranking {
  static final String PLACE = "place_in_group";
  private static final String RANKED = "ranked";

  private Ranking() {}

  /** The outputs with every column by its name, so that the statement around can name them. */
  static List<Select.Output> expanded(List<Select.Output> outputs, String alias, Table table) {
    List<Select.Output> expanded = new ArrayList<>();
    for (Select.Output output : outputs) {
      if (output.expression() instanceof Expression.Everything) {
        for (Column column : table.columns()) {
          Expression own = new Expression.ColumnOf(alias, column.name());
          expanded.add(new Select.Output(own, column.name()));
        }
      } else if (output.expression() instanceof Expression.ColumnOf column) {
        boolean taken = expanded.stream().anyMatch(o -> o.label().equals(column.column()));
        String label = taken ? column.source() + "_" + column.column() : column.column();
        expanded.add(new Select.Output(column, label));
      } else {
        expanded.add(output);
      }
    }
    return expanded;
  }

  /** The first rows of each group of a numbered statement. */
  static Select best(Select numbered, int rows) {
    List<Select.Output> outputs = new ArrayList<>();
    for (Select.Output output : numbered.outputs()) {
      if (!output.label().equals(PLACE)) {
        outputs.add(
            new Select.Output(new Expression.ColumnOf(RANKED, output.label()), output.label()));
      }
    }
    Expression first = Expression.form("{} <= " + rows, new Expression.ColumnOf(RANKED, PLACE));
    return new Select(
        false,
        outputs,
        new Select.Source(null, numbered, RANKED),
        List.of(),
        List.of(first),
        List.of(),
        List.of(),
        List.of(),
        null);
  }
}
