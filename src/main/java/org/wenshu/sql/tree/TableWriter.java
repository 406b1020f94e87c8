package org.wenshu.sql.tree;

import java.util.List;
import org.wenshu.sql.tree.TableReference.Derived;
import org.wenshu.sql.tree.TableReference.IndexHint;
import org.wenshu.sql.tree.TableReference.Join;
import org.wenshu.sql.tree.TableReference.JsonColumn;
import org.wenshu.sql.tree.TableReference.JsonTable;
import org.wenshu.sql.tree.TableReference.Named;

/** Writes what stands behind FROM. */
final class TableWriter {
  private final WrittenSql out;
  private final QueryWriter queries;
  private final ExpressionWriter expressions;
  private final TreeWriting writing;

  TableWriter(
      WrittenSql out, QueryWriter queries, ExpressionWriter expressions, TreeWriting writing) {
    this.out = out;
    this.queries = queries;
    this.expressions = expressions;
    this.writing = writing;
  }

  void references(List<TableReference> references) {
    String between = "";
    for (TableReference reference : references) {
      out.append(between);
      reference(reference);
      between = ", ";
    }
  }

  private void reference(TableReference reference) {
    if (reference instanceof Named named) {
      TableReference written = writing.table(named);
      if (written instanceof Named itself) {
        named(itself);
      } else {
        reference(written);
      }
    } else if (reference instanceof Derived derived) {
      derived(derived);
    } else if (reference instanceof JsonTable table) {
      jsonTable(table);
    } else if (reference instanceof Join join) {
      join(join);
    } else if (reference instanceof TableReference.Parenthesised parenthesised) {
      out.append('(');
      references(parenthesised.references());
      out.append(')');
    }
  }

  private void named(Named table) {
    table.schema().ifPresent(this::qualifier);
    queries.name(table.name());
    table.alias().ifPresent(this::alias);
    for (IndexHint hint : table.hints()) {
      out.append(' ').append(hint.words()).append(' ');
      queries.columns(hint.indexes());
    }
  }

  private void qualifier(Name schema) {
    queries.name(schema);
    out.append('.');
  }

  private void alias(Name alias) {
    out.append(" AS ");
    queries.name(alias);
  }

  private void derived(Derived derived) {
    out.append(derived.lateral() ? "LATERAL (" : "(");
    queries.query(derived.query(), true);
    out.append(')');
    alias(derived.alias());
    queries.columns(derived.columns());
  }

  private void jsonTable(JsonTable table) {
    out.append("JSON_TABLE(");
    expressions.write(table.document());
    out.append(", ");
    expressions.write(table.path());
    String before = " COLUMNS (";
    for (JsonColumn column : table.columns()) {
      out.append(before);
      queries.name(column.name());
      out.append(' ').append(column.definition());
      before = ", ";
    }
    out.append("))");
    alias(table.alias());
  }

  private void join(Join join) {
    reference(join.left());
    out.append(' ').append(join.words()).append(' ');
    reference(join.right());
    join.on()
        .ifPresent(
            on -> {
              out.append(" ON ");
              expressions.write(on);
            });
    if (!join.using().isEmpty()) {
      out.append(" USING ");
      queries.columns(join.using());
    }
  }
}
