package org.wenshu.sql.tree;

import java.util.List;
import org.wenshu.sql.tree.Expression.Call;
import org.wenshu.sql.tree.Expression.Case;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Expression.Interval;
import org.wenshu.sql.tree.Expression.Literal;
import org.wenshu.sql.tree.Expression.Match;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.Over;
import org.wenshu.sql.tree.Expression.Parenthesised;
import org.wenshu.sql.tree.Expression.Prefix;
import org.wenshu.sql.tree.Expression.Row;
import org.wenshu.sql.tree.Expression.Star;
import org.wenshu.sql.tree.Expression.SubQuery;
import org.wenshu.sql.tree.Expression.Suffix;
import org.wenshu.sql.tree.Expression.TypeName;
import org.wenshu.sql.tree.Expression.When;
import org.wenshu.sql.tree.Expression.WindowSpec;
import org.wenshu.sql.tree.Expression.Words;

/** Writes expressions. */
final class ExpressionWriter {
  private final WrittenSql out;
  private final QueryWriter queries;

  ExpressionWriter(WrittenSql out, QueryWriter queries) {
    this.out = out;
    this.queries = queries;
  }

  void write(Expression expression) {
    if (expression instanceof Column column) {
      queries.path(column.path());
    } else if (expression instanceof Literal literal) {
      out.append(literal.text());
    } else if (expression instanceof Chain chain) {
      chain(chain);
    } else if (expression instanceof Call call) {
      call(call);
    } else if (expression instanceof Words words) {
      out.append(words.text());
    } else if (expression instanceof TypeName type) {
      out.append(type.text());
    } else if (expression instanceof Star star) {
      star(star);
    } else {
      composite(expression);
    }
  }

  private void composite(Expression expression) {
    if (expression instanceof Prefix prefix) {
      out.append(prefix.operator()).append(' ');
      write(prefix.operand());
    } else if (expression instanceof Suffix suffix) {
      write(suffix.operand());
      out.append(' ').append(suffix.words());
    } else if (expression instanceof Parenthesised parenthesised) {
      inParentheses(List.of(parenthesised.inner()));
    } else if (expression instanceof Row row) {
      out.append(row.keyword() ? "ROW" : "");
      inParentheses(row.items());
    } else if (expression instanceof SubQuery subQuery) {
      subQuery(subQuery);
    } else if (expression instanceof Interval interval) {
      out.append("INTERVAL ");
      write(interval.amount());
      out.append(' ').append(interval.unit());
    } else if (expression instanceof Case branches) {
      caseExpression(branches);
    } else if (expression instanceof Match match) {
      match(match);
    }
  }

  void orderItems(List<OrderItem> items) {
    String between = "";
    for (OrderItem item : items) {
      out.append(between);
      write(item.expression());
      if (!item.direction().isEmpty()) {
        out.append(' ').append(item.direction());
      }
      between = ", ";
    }
  }

  void windowSpec(WindowSpec spec) {
    out.append('(');
    spec.base().ifPresent(queries::name);
    if (!spec.partitionBy().isEmpty()) {
      out.append(" PARTITION BY ");
      list(spec.partitionBy(), ", ");
    }
    if (!spec.orderBy().isEmpty()) {
      out.append(" ORDER BY ");
      orderItems(spec.orderBy());
    }
    if (!spec.frame().isEmpty()) {
      out.append(' ');
      list(spec.frame(), " ");
    }
    out.append(')');
  }

  private void star(Star star) {
    queries.path(star.qualifier());
    out.append(star.qualifier().isEmpty() ? "*" : ".*");
  }

  private void list(List<Expression> expressions, String separator) {
    String between = "";
    for (Expression expression : expressions) {
      out.append(between);
      write(expression);
      between = separator;
    }
  }

  private void inParentheses(List<Expression> expressions) {
    out.append('(');
    list(expressions, ", ");
    out.append(')');
  }

  private void chain(Chain chain) {
    write(chain.operands().get(0));
    for (int i = 0; i < chain.operators().size(); i++) {
      out.append(' ').append(chain.operators().get(i)).append(' ');
      write(chain.operands().get(i + 1));
    }
  }

  private void subQuery(SubQuery subQuery) {
    out.append(subQuery.quantifier());
    out.append(subQuery.quantifier().isEmpty() ? "(" : " (");
    queries.query(subQuery.query(), false);
    out.append(')');
  }

  private void caseExpression(Case branches) {
    out.append("CASE ");
    branches
        .operand()
        .ifPresent(
            o -> {
              write(o);
              out.append(' ');
            });
    for (When when : branches.whens()) {
      out.append("WHEN ");
      write(when.condition());
      out.append(" THEN ");
      write(when.result());
      out.append(' ');
    }
    branches
        .otherwise()
        .ifPresent(
            o -> {
              out.append("ELSE ");
              write(o);
              out.append(' ');
            });
    out.append("END");
  }

  /** The parenthesis is glued to the name: with a space between, MySQL takes no built-in. */
  private void call(Call call) {
    out.append(call.name());
    if (call.bare()) {
      return;
    }
    out.append(call.distinct() ? "(DISTINCT " : "(");
    list(call.arguments(), call.between());
    if (!call.orderBy().isEmpty()) {
      out.append(" ORDER BY ");
      orderItems(call.orderBy());
    }
    call.separator().ifPresent(s -> out.append(" SEPARATOR ").append(s.text()));
    out.append(')');
    call.over().ifPresent(this::over);
  }

  private void over(Over over) {
    out.append(" OVER ");
    over.name().ifPresent(queries::name);
    over.spec().ifPresent(this::windowSpec);
  }

  private void match(Match match) {
    out.append("MATCH (");
    list(match.columns(), ", ");
    out.append(") AGAINST (");
    write(match.words());
    out.append(match.mode()).append(')');
  }
}
