package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.Prefix;
import org.wenshu.sql.tree.Expression.Suffix;
import org.wenshu.sql.tree.Expression.WindowSpec;

/** Reads operators, from those that bind loosest to those that bind tightest. */
final class ExpressionParser {
  private static final Set<String> LOOSEST = Set.of("OR", "||", "XOR");
  private static final Set<String> CONJUNCTION = Set.of("AND", "&&");
  private static final Set<String> COMPARISON =
      Set.of("=", "<=>", ">=", ">", "<=", "<", "<>", "!=");
  private static final Set<String> ARITHMETIC =
      Set.of("|", "&", "<<", ">>", "+", "-", "*", "/", "%", "^", "DIV", "MOD");
  private static final List<String> SIGNS = List.of("-", "+", "~", "!");

  private final TokenStream in;
  private final PrimaryParser primaries;

  ExpressionParser(TokenStream in, QueryParser queries) {
    this.in = in;
    this.primaries = new PrimaryParser(in, this, queries);
  }

  CallParser calls() {
    return primaries.calls();
  }

  Expression starOrExpression() {
    return primaries.star().orElseGet(this::expression);
  }

  Expression expression() {
    in.enter();
    Expression expression = chain(LOOSEST, () -> chain(CONJUNCTION, this::negation));
    in.leave();
    return expression;
  }

  List<Expression> list() {
    List<Expression> list = new ArrayList<>();
    do {
      list.add(expression());
    } while (in.acceptSymbol(","));
    return list;
  }

  List<OrderItem> orderBy() {
    return in.acceptAll("ORDER", "BY") ? orderItems() : List.of();
  }

  List<OrderItem> orderItems() {
    List<OrderItem> items = new ArrayList<>();
    do {
      Expression expression = expression();
      items.add(new OrderItem(expression, in.acceptAny(Vocabulary.DIRECTIONS).orElse("")));
    } while (in.acceptSymbol(","));
    return items;
  }

  WindowSpec windowSpec() {
    return calls().windowSpec();
  }

  /** Operands of one rank side by side; a single one stays as it is. */
  private Expression chain(Set<String> operators, Supplier<Expression> operand) {
    Expression first = operand.get();
    String operator = operator(operators);
    if (operator.isEmpty()) {
      return first;
    }
    List<Expression> operands = new ArrayList<>(List.of(first));
    List<String> taken = new ArrayList<>();
    while (!operator.isEmpty()) {
      taken.add(operator);
      operands.add(operand.get());
      operator = operator(operators);
    }
    return new Chain(operands, taken);
  }

  /** Takes the operator here when it is one of these; empty otherwise. */
  private String operator(Set<String> operators) {
    String word = in.word();
    String operator = word.isEmpty() && !in.atEnd() ? in.peek(0).orElseThrow().text() : word;
    if (!operators.contains(operator) || (word.isEmpty() && !in.isSymbol(operator))) {
      return "";
    }
    in.take();
    return operator;
  }

  private Expression negation() {
    int position = in.position();
    if (in.is("NOT")) {
      in.enter();
      in.expect("NOT");
      Expression negated = new Prefix(position, "NOT", negation());
      in.leave();
      return negated;
    }
    return truth();
  }

  private Expression truth() {
    Expression operand = comparison();
    while (in.accept("IS")) {
      String not = in.accept("NOT") ? "IS NOT " : "IS ";
      operand = suffix(operand, not + in.expectAny(Vocabulary.TRUTH_VALUES));
    }
    return operand;
  }

  /** Each suffix is a level of the tree, so each counts as one. */
  private Expression suffix(Expression operand, String words) {
    if (operand instanceof Suffix inner && inner.operand() instanceof Suffix) {
      throw in.failure();
    }
    return new Suffix(operand, words);
  }

  private Expression comparison() {
    Expression first = predicate();
    String operator = operator(COMPARISON);
    if (operator.isEmpty()) {
      return first;
    }
    List<Expression> operands = new ArrayList<>(List.of(first));
    List<String> taken = new ArrayList<>();
    while (!operator.isEmpty()) {
      taken.add(operator);
      operands.add(primaries.quantified().orElseGet(this::predicate));
      operator = operator(COMPARISON);
    }
    return new Chain(operands, taken);
  }

  private Expression predicate() {
    Expression left = arithmetic();
    int before = in.index();
    String not = in.accept("NOT") ? "NOT " : "";
    Optional<Expression> predicate = predicate(left, not);
    if (predicate.isEmpty() && in.index() != before) {
      throw in.failure();
    }
    return predicate.orElse(left);
  }

  private Optional<Expression> predicate(Expression left, String not) {
    if (in.accept("IN")) {
      return Optional.of(new Chain(List.of(left, primaries.members()), List.of(not + "IN")));
    }
    if (in.accept("BETWEEN")) {
      Expression low = arithmetic();
      in.expect("AND");
      return Optional.of(
          new Chain(List.of(left, low, arithmetic()), List.of(not + "BETWEEN", "AND")));
    }
    if (in.accept("LIKE")) {
      return Optional.of(like(left, not));
    }
    if (in.accept("REGEXP") || in.accept("RLIKE")) {
      return Optional.of(new Chain(List.of(left, arithmetic()), List.of(not + "REGEXP")));
    }
    if (not.isEmpty() && in.acceptAll("SOUNDS", "LIKE")) {
      return Optional.of(new Chain(List.of(left, arithmetic()), List.of("SOUNDS LIKE")));
    }
    if (not.isEmpty() && in.acceptAll("MEMBER", "OF")) {
      return Optional.of(new Chain(List.of(left, primaries.members()), List.of("MEMBER OF")));
    }
    return Optional.empty();
  }

  private Expression like(Expression left, String not) {
    Expression pattern = arithmetic();
    return in.accept("ESCAPE")
        ? new Chain(List.of(left, pattern, arithmetic()), List.of(not + "LIKE", "ESCAPE"))
        : new Chain(List.of(left, pattern), List.of(not + "LIKE"));
  }

  /** A value made by arithmetic, without comparisons. */
  Expression arithmetic() {
    return chain(ARITHMETIC, this::signed);
  }

  private Expression signed() {
    int position = in.position();
    for (String sign : SIGNS) {
      if (in.isSymbol(sign)) {
        return prefixed(position, sign);
      }
    }
    return in.is("BINARY") && !in.isSymbol(1, "(") ? prefixed(position, "BINARY") : collated();
  }

  private Expression prefixed(int position, String operator) {
    in.enter();
    in.take();
    Expression prefixed = new Prefix(position, operator, signed());
    in.leave();
    return prefixed;
  }

  private Expression collated() {
    Expression operand = primaries.primary();
    while (in.accept("COLLATE")) {
      operand = suffix(operand, "COLLATE " + primaries.collation());
    }
    return operand;
  }
}
