package org.wenshu.sql.tree;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.SqlStrings;
import org.wenshu.sql.tree.Query.Body;
import org.wenshu.sql.tree.Query.CommonTable;
import org.wenshu.sql.tree.Query.SetOperation;

/**
 * Writes a tree as SQL that MySQL reads alike whatever its version reserves: every name in
 * backticks, keywords in upper case, one space between tokens, no comments. Columns keep the labels
 * that the source gives them. Confined to one text.
 */
public final class QueryWriter {
  /** Longer labels are not names; the server then takes the text of the expression. */
  private static final int MAX_LABEL = 256;

  private final WrittenSql out = new WrittenSql();
  private final ExpressionWriter expressions = new ExpressionWriter(out, this);
  private final TableWriter tables;
  private final TreeWriting writing;
  private final boolean readable;
  private boolean inCommonTable;

  private QueryWriter(TreeWriting writing, boolean readable) {
    this.writing = writing;
    this.readable = readable;
    this.tables = new TableWriter(out, this, expressions, writing);
  }

  /** The text of the query. */
  public static String write(Query query) {
    return write(query, TreeWriting.UNCHANGED);
  }

  /** The text of the expression. */
  public static String write(Expression expression) {
    QueryWriter writer = new QueryWriter(TreeWriting.UNCHANGED, false);
    writer.expressions.write(expression);
    return writer.out.text();
  }

  /** The text of the query with other names in it. */
  public static String write(Query query, TreeWriting writing) {
    return pieces(query, writing).text();
  }

  /** The text of the query with other names in it, and what it is put together from. */
  public static WrittenSql pieces(Query query, TreeWriting writing) {
    QueryWriter writer = new QueryWriter(writing, false);
    writer.query(query, true);
    return writer.out;
  }

  /**
   * The text of the query for people: names in backticks only where they need them, and no labels
   * but its own.
   */
  public static String readable(Query query) {
    QueryWriter writer = new QueryWriter(TreeWriting.UNCHANGED, true);
    writer.query(query, false);
    return writer.out.text();
  }

  /** Columns and qualifiers of stars. */
  void path(List<Name> path) {
    String between = "";
    for (Name name : writing.column(path)) {
      out.append(between);
      name(name);
      between = ".";
    }
  }

  /**
   * Writes one query.
   *
   * @param labelled whether anybody can see what its columns are called
   */
  void query(Query query, boolean labelled) {
    with(query.with());
    body(query.body(), labelled);
    if (!query.orderBy().isEmpty()) {
      out.append(" ORDER BY ");
      expressions.orderItems(query.orderBy());
    }
    query.limit().ifPresent(this::limit);
  }

  private void limit(Query.Limit limit) {
    out.append(" LIMIT ").append(limit.count());
    limit.offset().ifPresent(o -> out.append(" OFFSET ").append(o));
  }

  private void with(Query.With with) {
    if (with.tables().isEmpty()) {
      return;
    }
    out.append(with.recursive() ? "WITH RECURSIVE " : "WITH ");
    boolean outer = inCommonTable;
    inCommonTable = true;
    String between = "";
    for (CommonTable table : with.tables()) {
      out.append(between);
      name(table.name());
      columns(table.columns());
      out.append(" AS (");
      query(table.query(), true);
      out.append(')');
      between = ", ";
    }
    inCommonTable = outer;
    out.append(' ');
  }

  private void body(Body body, boolean labelled) {
    if (body instanceof Query.Parenthesised parenthesised) {
      out.append('(');
      query(parenthesised.query(), labelled);
      out.append(')');
    } else if (body instanceof SetOperation operation) {
      body(operation.parts().get(0), labelled);
      for (int i = 1; i < operation.parts().size(); i++) {
        out.append(' ').append(operation.operators().get(i - 1)).append(' ');
        body(operation.parts().get(i), false);
      }
    } else if (body instanceof Select select) {
      select(select, labelled);
    }
  }

  private void select(Select select, boolean labelled) {
    out.append("SELECT ");
    if (!inCommonTable) {
      out.markSelect();
    }
    select.modifiers().forEach(m -> out.append(m).append(' '));
    items(select.items(), labelled);
    if (!select.from().isEmpty()) {
      out.append(" FROM ");
      tables.references(select.from());
    } else if (select.where().isPresent()) {
      out.append(" FROM DUAL");
    }
    condition(" WHERE ", select.where());
    if (!select.groupBy().isEmpty()) {
      out.append(" GROUP BY ");
      expressions.orderItems(select.groupBy());
      out.append(select.rollup() ? " WITH ROLLUP" : "");
    }
    condition(" HAVING ", select.having());
    windows(select.windows());
  }

  private void items(List<Select.Item> items, boolean labelled) {
    String between = "";
    for (Select.Item item : items) {
      out.append(between);
      expressions.write(item.expression());
      label(item, labelled).ifPresent(l -> out.append(" AS ").append(quoted(l)));
      between = ", ";
    }
  }

  /** Written anew, an expression would be labelled with its new text. */
  private Optional<String> label(Select.Item item, boolean labelled) {
    if (item.alias().isPresent()) {
      return item.alias().map(Name::text);
    }
    return labelled && !readable && !namesItself(item.expression()) && isLabel(item.source())
        ? Optional.of(item.source())
        : Optional.empty();
  }

  private static boolean namesItself(Expression expression) {
    return expression instanceof Expression.Column
        || expression instanceof Expression.Star
        || expression instanceof Expression.Literal
        || expression.transparent().filter(QueryWriter::namesItself).isPresent();
  }

  private static boolean isLabel(String text) {
    return text.length() <= MAX_LABEL
        && text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
  }

  private void condition(String clause, Optional<Expression> condition) {
    condition.ifPresent(
        c -> {
          out.append(clause);
          expressions.write(c);
        });
  }

  private void windows(List<Select.Window> windows) {
    String before = " WINDOW ";
    for (Select.Window window : windows) {
      out.append(before);
      name(window.name());
      out.append(" AS ");
      expressions.windowSpec(window.spec());
      before = ", ";
    }
  }

  void name(Name name) {
    out.append(quoted(name.text()));
  }

  private String quoted(String name) {
    return readable ? SqlStrings.readableName(name) : SqlStrings.quotedName(name);
  }

  /** Names in parentheses; nothing when there are none. */
  void columns(List<Name> columns) {
    if (columns.isEmpty()) {
      return;
    }
    String before = "(";
    for (Name column : columns) {
      out.append(before);
      name(column);
      before = ", ";
    }
    out.append(')');
  }
}
