package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.SqlToken.Kind;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference;

/** Reads one SELECT up to where ORDER BY could follow. */
final class SelectParser {
  private final TokenStream in;
  private final ExpressionParser expressions;
  private final TableParser tables;

  SelectParser(TokenStream in, QueryParser queries) {
    this.in = in;
    this.expressions = new ExpressionParser(in, queries);
    this.tables = new TableParser(in, queries, expressions);
  }

  ExpressionParser expressions() {
    return expressions;
  }

  Select select() {
    int position = in.position();
    in.expect("SELECT");
    List<String> modifiers = modifiers();
    List<Select.Item> items = items();
    List<TableReference> from = in.accept("FROM") ? from() : List.of();
    Optional<Expression> where = condition("WHERE");
    List<OrderItem> groups = in.acceptAll("GROUP", "BY") ? expressions.orderItems() : List.of();
    boolean rollup = !groups.isEmpty() && in.acceptAll("WITH", "ROLLUP");
    Optional<Expression> having = condition("HAVING");
    return new Select(position, modifiers, items, from, where, groups, rollup, having, windows());
  }

  private List<String> modifiers() {
    List<String> modifiers = new ArrayList<>();
    Optional<String> modifier = in.acceptAny(Vocabulary.SELECT_MODIFIERS);
    while (modifier.isPresent()) {
      modifiers.add(modifier.get());
      modifier = in.acceptAny(Vocabulary.SELECT_MODIFIERS);
    }
    return modifiers;
  }

  private List<Select.Item> items() {
    List<Select.Item> items = new ArrayList<>();
    do {
      items.add(item());
    } while (in.acceptSymbol(","));
    return items;
  }

  private Select.Item item() {
    int first = in.index();
    Expression expression = expressions.starOrExpression();
    String source = in.sourceSince(first);
    if (expression instanceof Expression.Star) {
      return new Select.Item(expression, Optional.empty(), source);
    }
    return new Select.Item(expression, alias(), source);
  }

  private Optional<Name> alias() {
    boolean announced = in.accept("AS");
    if (in.isKind(Kind.STRING)) {
      int position = in.position();
      return Optional.of(new Name(in.string().value(), position));
    }
    if (announced) {
      return Optional.of(in.name());
    }
    return in.isName() ? Optional.of(in.name()) : Optional.empty();
  }

  private List<TableReference> from() {
    return in.accept("DUAL") ? List.of() : tables.references();
  }

  private Optional<Expression> condition(String word) {
    return in.accept(word) ? Optional.of(expressions.expression()) : Optional.empty();
  }

  private List<Select.Window> windows() {
    List<Select.Window> windows = new ArrayList<>();
    if (in.accept("WINDOW")) {
      do {
        Name name = in.name();
        in.expect("AS");
        windows.add(new Select.Window(name, expressions.windowSpec()));
      } while (in.acceptSymbol(","));
    }
    return windows;
  }
}
