package org.wenshu.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.policy.ColumnAccess;
import org.wenshu.security.policy.RowFilter;
import org.wenshu.sql.SqlStrings;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference;

/** Makes the query that takes a table's place: permitted columns, masks, and rows that exist. */
final class RuleExpressions {
  private final Tables everything;
  private final GuardLimits limits;

  /** Rules may name every table and column of the catalogue. */
  RuleExpressions(SchemaSnapshot whole, GuardLimits limits) {
    this.everything = PermittedSchema.of(whole, new GuardPolicy(Set.of(), Set.of(), limits));
    this.limits = limits;
  }

  /**
   * The rows of the table that exist for a caller.
   *
   * @param table with its permitted columns
   * @param columns what may be done with them, by name
   * @throws WithheldException when a rule is no SQL over the table
   */
  Query rows(
      Table table,
      Map<String, ColumnAccess> columns,
      List<RowFilter> filters,
      Optional<OpenedView> opened) {
    Name name = name(table.name());
    TableReference source =
        opened
            .<TableReference>map(v -> new TableReference.Derived(false, v.query(), name, List.of()))
            .orElseGet(
                () ->
                    new TableReference.Named(
                        Optional.of(name(everything.database())),
                        name,
                        Optional.empty(),
                        List.of()));
    Select select =
        new Select(
            0,
            List.of(),
            table.columns().stream().map(c -> item(table, c, columns.get(c.name()))).toList(),
            List.of(source),
            condition(table, filters),
            List.of(),
            false,
            Optional.empty(),
            List.of());
    return new Query(Query.With.NONE, select, List.of(), Optional.empty());
  }

  /** Whether a view can be read where nothing is withheld. */
  boolean understands(Table view) {
    try {
      OpenedView.open(view, everything, limits);
      return true;
    } catch (WithheldException e) {
      return false;
    }
  }

  private Select.Item item(Table table, Column column, ColumnAccess access) {
    Name name = name(column.name());
    if (access.kind() != ColumnAccess.Kind.MASKED) {
      return new Select.Item(new Expression.Column(List.of(name)), Optional.empty(), name.text());
    }
    Select mask = select("SELECT (" + access.mask() + ") FROM ", table, "");
    if (mask.items().size() != 1 || isList(mask.items().get(0).expression())) {
      throw new WithheldException("the mask of " + column.name() + " is no single expression");
    }
    return new Select.Item(mask.items().get(0).expression(), Optional.of(name), name.text());
  }

  private Optional<Expression> condition(Table table, List<RowFilter> filters) {
    List<Expression> conditions = new ArrayList<>();
    for (RowFilter filter : filters) {
      String text = filter.withLiterals(SqlStrings::literal);
      Select select = select("SELECT 1 FROM ", table, " WHERE (" + text + ")");
      conditions.add(
          select
              .where()
              .filter(e -> !isList(e))
              .orElseThrow(() -> new WithheldException("a row filter is no condition")));
    }
    if (conditions.size() < 2) {
      return conditions.stream().findFirst();
    }
    List<String> operators = Collections.nCopies(conditions.size() - 1, "OR");
    return Optional.of(new Expression.Chain(conditions, operators));
  }

  private static boolean isList(Expression expression) {
    return expression instanceof Expression.Row;
  }

  /** A rule between parentheses must not have brought clauses of its own. */
  private Select select(String before, Table table, String after) {
    String text = before + SqlStrings.quotedName(table.name()) + after;
    Query query = AnalysedQuery.of(text, everything, limits).rewritten();
    boolean plain =
        query.with().tables().isEmpty()
            && query.orderBy().isEmpty()
            && query.limit().isEmpty()
            && query.body() instanceof Select;
    if (!plain || hasFurtherClauses((Select) query.body())) {
      throw new WithheldException("a rule is more than one expression");
    }
    return (Select) query.body();
  }

  private static boolean hasFurtherClauses(Select select) {
    return !select.groupBy().isEmpty()
        || select.having().isPresent()
        || !select.windows().isEmpty()
        || select.from().size() != 1
        || !(select.from().get(0) instanceof TableReference.Named);
  }

  private static Name name(String text) {
    return new Name(text, 0);
  }
}
