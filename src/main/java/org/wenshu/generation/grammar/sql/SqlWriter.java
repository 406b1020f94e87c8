package org.wenshu.generation.grammar.sql;

import java.util.List;
import org.wenshu.generation.grammar.plan.Expression;
import org.wenshu.generation.grammar.plan.Select;
import org.wenshu.sql.SqlStrings;

/** Writes a plan as SQL; names are quoted where they need it. For one statement. */
public final class SqlWriter {
  private final StringBuilder sql = new StringBuilder();

  private SqlWriter() {}

  /** The statement as text, without a closing semicolon. */
  public static String write(Select select) {
    SqlWriter writer = new SqlWriter();
    writer.select(select, isQualified(select));
    return writer.sql.toString();
  }

  private static boolean isQualified(Select select) {
    return !select.joins().isEmpty() || select.where().stream().anyMatch(SqlWriter::isNested);
  }

  private static boolean isNested(Expression expression) {
    return expression instanceof Expression.Nested
        || (expression instanceof Expression.Form form
            && form.arguments().stream().anyMatch(SqlWriter::isNested));
  }

  private void select(Select select, boolean qualified) {
    sql.append(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
    outputs(select.outputs(), qualified);
    sql.append(" FROM ");
    source(select.from());
    for (Select.Join join : select.joins()) {
      sql.append(join.outer() ? " LEFT JOIN " : " JOIN ");
      source(join.source());
      sql.append(" ON ");
      expression(join.on(), true);
    }
    list(" WHERE ", " AND ", select.where(), qualified);
    list(" GROUP BY ", ", ", select.groupBy(), qualified);
    list(" HAVING ", " AND ", select.having(), qualified);
    order(select.orderBy(), qualified);
    if (select.limit() != null) {
      sql.append(" LIMIT ").append(select.limit());
    }
  }

  private void outputs(List<Select.Output> outputs, boolean qualified) {
    String separator = "";
    for (Select.Output output : outputs) {
      sql.append(separator);
      expression(output.expression(), qualified);
      boolean named =
          output.expression() instanceof Expression.ColumnOf column
              && column.column().equals(output.label());
      if (!output.label().isEmpty() && !named) {
        sql.append(" AS ").append(name(output.label()));
      }
      separator = ", ";
    }
  }

  private void source(Select.Source source) {
    if (source.select() != null) {
      sql.append('(');
      select(source.select(), isQualified(source.select()));
      sql.append(") AS ").append(name(source.alias()));
      return;
    }
    sql.append(name(source.table()));
    if (!source.alias().equals(source.table())) {
      sql.append(" AS ").append(name(source.alias()));
    }
  }

  private void list(String start, String separator, List<Expression> parts, boolean qualified) {
    String before = start;
    for (Expression part : parts) {
      sql.append(before);
      expression(part, qualified);
      before = separator;
    }
  }

  private void order(List<Select.Sort> sorts, boolean qualified) {
    String before = " ORDER BY ";
    for (Select.Sort sort : sorts) {
      sql.append(before);
      expression(sort.expression(), qualified);
      sql.append(sort.descending() ? " DESC" : "");
      before = ", ";
    }
  }

  private void expression(Expression expression, boolean qualified) {
    if (expression instanceof Expression.ColumnOf column) {
      sql.append(qualified ? name(column.source()) + "." : "").append(name(column.column()));
    } else if (expression instanceof Expression.Everything all) {
      sql.append(qualified ? name(all.source()) + ".*" : "*");
    } else if (expression instanceof Expression.Text text) {
      sql.append(literal(text.value()));
    } else if (expression instanceof Expression.Numeric number) {
      sql.append(number.value().toPlainString());
    } else if (expression instanceof Expression.Fixed fixed) {
      sql.append(fixed.sql());
    } else if (expression instanceof Expression.Nested nested) {
      sql.append('(');
      select(nested.select(), true);
      sql.append(')');
    } else if (expression instanceof Expression.Form form) {
      form(form, qualified);
    }
  }

  private void form(Expression.Form form, boolean qualified) {
    int argument = 0;
    int start = 0;
    for (int place = form.form().indexOf("{}");
        place >= 0;
        place = form.form().indexOf("{}", start)) {
      sql.append(form.form(), start, place);
      expression(form.arguments().get(argument++), qualified);
      start = place + 2;
    }
    sql.append(form.form().substring(start));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static String name(String name) {
    return SqlStrings.readableName(name);
  }
}
