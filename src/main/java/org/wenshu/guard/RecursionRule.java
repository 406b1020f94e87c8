package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Expression.Literal;
import org.wenshu.sql.tree.Expression.Parenthesised;
import org.wenshu.sql.tree.Query.Body;
import org.wenshu.sql.tree.Select;

/**
 * A recursion must end soon: the part that reads its own table has to count a column up by a
 * constant, stop at a constant limit on that column, and multiply its rows by no free join.
 */
final class RecursionRule {
  private static final Set<String> BELOW = Set.of("<", "<=");
  private static final Set<String> ABOVE = Set.of(">", ">=");

  private final Analysis analysis;

  RecursionRule(Analysis analysis) {
    this.analysis = analysis;
  }

  void check(Body part, CommonTables.Entry self) {
    boolean ends = part instanceof Select select && ends(select, self);
    if (!ends) {
      analysis.findings().refuse(GuardRule.RECURSION, part.position());
    }
  }

  private boolean ends(Select select, CommonTables.Entry self) {
    Scope scope = analysis.scopes().get(select);
    boolean readsItself = scope.relations().stream().anyMatch(r -> r.isFrom(self));
    return readsItself
        && scope.joins().freeJoins() == 0
        && select.where().filter(w -> limits(w, select, self)).isPresent();
  }

  private boolean limits(Expression condition, Select select, CommonTables.Entry self) {
    if (condition instanceof Parenthesised parenthesised) {
      return limits(parenthesised.inner(), select, self);
    }
    if (!(condition instanceof Chain chain)) {
      return false;
    }
    if (Set.of("AND", "&&").containsAll(chain.operators())) {
      return chain.operands().stream().anyMatch(o -> limits(o, select, self));
    }
    return limitedColumn(chain)
        .filter(c -> analysis.resolved().containsKey(c))
        .filter(c -> analysis.resolved().get(c).isFrom(self))
        .filter(c -> countsUp(c, select, self))
        .isPresent();
  }

  /** The column that the comparison keeps below a small constant. */
  private Optional<Column> limitedColumn(Chain chain) {
    if (chain.operands().size() != 2) {
      return Optional.empty();
    }
    String operator = chain.operators().get(0);
    Expression left = chain.operands().get(0);
    Expression right = chain.operands().get(1);
    if (BELOW.contains(operator)) {
      return column(left).filter(c -> isSmall(right));
    }
    return ABOVE.contains(operator) ? column(right).filter(c -> isSmall(left)) : Optional.empty();
  }

  private boolean isSmall(Expression expression) {
    return integer(expression).filter(i -> i <= analysis.limits().maxRecursion()).isPresent();
  }

  private boolean countsUp(Column column, Select select, CommonTables.Entry self) {
    List<String> columns = self.shape().columns();
    int index = indexIgnoringCase(columns, column.name().text());
    boolean listed =
        select.items().stream().noneMatch(i -> i.expression() instanceof Expression.Star);
    if (!listed || index < 0 || index >= select.items().size()) {
      return false;
    }
    Expression next = select.items().get(index).expression();
    return next instanceof Chain chain
        && chain.operators().equals(List.of("+"))
        && adds(chain.operands(), column, self);
  }

  private boolean adds(List<Expression> operands, Column column, CommonTables.Entry self) {
    Expression one = operands.get(0);
    Expression other = operands.get(1);
    Optional<Column> counter = column(one).or(() -> column(other));
    Optional<Long> step = integer(one).or(() -> integer(other));
    return counter
            .filter(c -> c.name().matches(column.name().text()))
            .map(analysis.resolved()::get)
            .filter(r -> r.isFrom(self))
            .isPresent()
        && step.filter(s -> s > 0).isPresent();
  }

  private static int indexIgnoringCase(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Column> column(Expression expression) {
    return expression instanceof Column column ? Optional.of(column) : Optional.empty();
  }

  private static Optional<Long> integer(Expression expression) {
    return expression instanceof Literal literal ? literal.integer() : Optional.empty();
  }
}
