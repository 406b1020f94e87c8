package org.wenshu.knowledge.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowSelection.Comparison;
import org.wenshu.knowledge.RowSelection.Condition;
import org.wenshu.knowledge.RowSelection.Order;
import org.wenshu.knowledge.StoredRow;

/** The statement of a selection of rows. No value and no name of a field becomes part of it. */
final class RowSql {
  private static final String FIELD = "JSON_UNQUOTE(JSON_EXTRACT(row_values, ?))";
  private static final String NUMBER = "CAST(" + FIELD + " AS DECIMAL(65, 20))";

  private final RowSelection selection;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  RowSql(TableFormat<StoredRow> format, RowSelection selection) {
    this.selection = selection;
    text.append("SELECT ")
        .append(format.read())
        .append(" FROM knowledge_row WHERE collection_id = ? AND schema_hash = ?")
        .append(" AND schema_name = ?");
    selection.conditions().forEach(this::add);
    text.append(" ORDER BY ");
    selection.order().ifPresent(this::add);
    text.append("item_hash LIMIT ").append(Math.max(0, selection.limit()));
  }

  String text() {
    return text.toString();
  }

  void bind(PreparedStatement select, int shelf) throws SQLException {
    select.setInt(1, shelf);
    select.setLong(2, new Hashes().of(selection.schema()));
    select.setString(3, selection.schema());
    for (int i = 0; i < parameters.size(); i++) {
      select.setObject(i + 4, parameters.get(i));
    }
  }

  private void add(Order order) {
    text.append(field(order.field(), order.numeric()))
        .append(order.descending() ? " DESC, " : ", ");
  }

  private void add(Condition condition) {
    text.append(" AND ");
    if (condition.values().isEmpty()) {
      text.append(condition.comparison() == Comparison.NOT_IN ? "TRUE" : "FALSE");
      return;
    }
    text.append(field(condition.field(), condition.numeric())).append(operator(condition));
    for (String value : condition.values()) {
      parameters.add(condition.numeric() ? number(value) : pattern(condition, value));
    }
  }

  private String field(String name, boolean numeric) {
    parameters.add("$.\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    return numeric ? NUMBER : FIELD;
  }

  private static String operator(Condition condition) {
    return switch (condition.comparison()) {
      case EQUAL -> " = ?";
      case NOT_EQUAL -> " <> ?";
      case GREATER -> " > ?";
      case GREATER_OR_EQUAL -> " >= ?";
      case LESS -> " < ?";
      case LESS_OR_EQUAL -> " <= ?";
      case CONTAINS, STARTS_WITH, ENDS_WITH -> " LIKE ? ESCAPE '|'";
      case IN -> " IN (" + places(condition) + ")";
      case NOT_IN -> " NOT IN (" + places(condition) + ")";
    };
  }

  private static String places(Condition condition) {
    return String.join(", ", Collections.nCopies(condition.values().size(), "?"));
  }

  private static String pattern(Condition condition, String value) {
    String literal = value.replace("|", "||").replace("%", "|%").replace("_", "|_");
    return switch (condition.comparison()) {
      case CONTAINS -> "%" + literal + "%";
      case STARTS_WITH -> literal + "%";
      case ENDS_WITH -> "%" + literal;
      default -> value;
    };
  }

  /** What is no number equals none. */
  private static BigDecimal number(String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
