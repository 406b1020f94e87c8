package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;
import org.wenshu.sql.tree.Expression.Literal;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.Over;
import org.wenshu.sql.tree.Expression.TypeName;
import org.wenshu.sql.tree.Expression.WindowSpec;
import org.wenshu.sql.tree.Expression.Words;
import org.wenshu.sql.tree.Name;

/** Reads calls of functions, those with a grammar of their own included. */
final class CallParser {
  private static final String COMMA = ", ";
  private static final String SPACE = " ";

  private final TokenStream in;
  private final ExpressionParser expressions;

  CallParser(TokenStream in, ExpressionParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** A name and its arguments; whether the function may be called is not the parser's concern. */
  Call call() {
    int position = in.position();
    String name = in.take().text().toUpperCase(Locale.ROOT);
    in.expectSymbol("(");
    in.enter();
    Call call =
        switch (name) {
          case "CAST" -> cast(position, name);
          case "CONVERT" -> convert(position, name);
          case "EXTRACT" -> extract(position, name);
          case "TRIM" -> trim(position, name);
          case "POSITION" -> worded(position, name, List.of("IN"));
          case "SUBSTRING", "SUBSTR", "MID" -> substring(position, name);
          case "TIMESTAMPDIFF", "TIMESTAMPADD" -> withUnit(position, name);
          default -> ordinary(position, name);
        };
    in.expectSymbol(")");
    in.leave();
    return in.accept("OVER") ? over(call) : call;
  }

  Call bareCall() {
    int position = in.position();
    String name = in.take().text().toUpperCase(Locale.ROOT);
    return new Call(
        position,
        name,
        true,
        false,
        List.of(),
        COMMA,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  TypeName typeName() {
    int position = in.position();
    StringBuilder text = new StringBuilder(in.expectAny(Vocabulary.TYPES));
    long length = 0;
    if (in.acceptSymbol("(")) {
      String first = in.wholeNumber();
      length = first.length() > 9 ? Long.MAX_VALUE : Long.parseLong(first);
      text.append('(').append(first);
      if (in.acceptSymbol(",")) {
        text.append(", ").append(in.wholeNumber());
      }
      in.expectSymbol(")");
      text.append(')');
    }
    if (in.acceptAny(List.of("INTEGER", "INT")).isPresent()) {
      text.append(" INTEGER");
    }
    if (in.acceptAll("CHARACTER", "SET")) {
      text.append(" CHARACTER SET ").append(characterSet());
    }
    return new TypeName(position, text.toString(), length);
  }

  WindowSpec windowSpec() {
    in.expectSymbol("(");
    boolean based = in.isName() && !in.is("PARTITION") && !in.is("ROWS") && !in.is("RANGE");
    Optional<Name> base = based ? Optional.of(in.name()) : Optional.empty();
    List<Expression> partitionBy = in.acceptAll("PARTITION", "BY") ? expressions.list() : List.of();
    List<OrderItem> orderBy = expressions.orderBy();
    List<Expression> frame = frame();
    in.expectSymbol(")");
    return new WindowSpec(base, partitionBy, orderBy, frame);
  }

  private List<Expression> frame() {
    int position = in.position();
    Optional<String> unit = in.acceptAny(List.of("ROWS", "RANGE"));
    if (unit.isEmpty()) {
      return List.of();
    }
    boolean between = in.accept("BETWEEN");
    List<Expression> frame = new ArrayList<>();
    frame.add(new Words(position, between ? unit.get() + " BETWEEN" : unit.get()));
    bound(frame);
    if (between) {
      frame.add(new Words(in.position(), "AND"));
      in.expect("AND");
      bound(frame);
    }
    return frame;
  }

  private void bound(List<Expression> frame) {
    int position = in.position();
    if (in.acceptAll("CURRENT", "ROW")) {
      frame.add(new Words(position, "CURRENT ROW"));
      return;
    }
    if (in.accept("UNBOUNDED")) {
      frame.add(new Words(position, "UNBOUNDED"));
    } else {
      frame.add(expressions.expression());
    }
    frame.add(new Words(position, in.expectAny(List.of("PRECEDING", "FOLLOWING"))));
  }

  private Call over(Call call) {
    Over over =
        in.isSymbol("(")
            ? new Over(Optional.empty(), Optional.of(windowSpec()))
            : new Over(Optional.of(in.name()), Optional.empty());
    return new Call(
        call.position(),
        call.name(),
        false,
        call.distinct(),
        call.arguments(),
        call.between(),
        call.orderBy(),
        call.separator(),
        Optional.of(over));
  }

  private Call ordinary(int position, String name) {
    boolean distinct = in.accept("DISTINCT");
    List<Expression> arguments = new ArrayList<>();
    if (!in.isSymbol(")")) {
      do {
        arguments.add(argument(name));
      } while (in.acceptSymbol(","));
    }
    List<OrderItem> orderBy = expressions.orderBy();
    Optional<Literal> separator =
        in.accept("SEPARATOR") ? Optional.of(new Literal(List.of(in.string()))) : Optional.empty();
    if (!name.equals("GROUP_CONCAT") && (separator.isPresent() || !orderBy.isEmpty())) {
      throw in.failure();
    }
    return new Call(
        position, name, false, distinct, arguments, COMMA, orderBy, separator, Optional.empty());
  }

  private Expression argument(String name) {
    return name.equals("COUNT") && in.isSymbol("*")
        ? expressions.starOrExpression()
        : expressions.expression();
  }

  private Call cast(int position, String name) {
    Expression value = expressions.expression();
    Words as = new Words(in.position(), "AS");
    in.expect("AS");
    return spaced(position, name, List.of(value, as, typeName()));
  }

  private Call convert(int position, String name) {
    Expression value = expressions.expression();
    int behind = in.position();
    if (in.accept("USING")) {
      return spaced(position, name, List.of(value, new Words(behind, "USING " + characterSet())));
    }
    in.expectSymbol(",");
    return listed(position, name, List.of(value, typeName()));
  }

  private String characterSet() {
    if (!Vocabulary.CHARACTER_SETS.contains(in.word().toLowerCase(Locale.ROOT))) {
      throw in.failure();
    }
    return in.take().text();
  }

  private Call extract(int position, String name) {
    Words unit = unit();
    Words from = new Words(in.position(), "FROM");
    in.expect("FROM");
    return spaced(position, name, List.of(unit, from, expressions.expression()));
  }

  private Call withUnit(int position, String name) {
    Words unit = unit();
    in.expectSymbol(",");
    List<Expression> arguments = new ArrayList<>(List.of(unit));
    arguments.addAll(expressions.list());
    return listed(position, name, arguments);
  }

  private Words unit() {
    return new Words(in.position(), in.expectAny(Vocabulary.UNITS));
  }

  private Call trim(int position, String name) {
    List<Expression> arguments = new ArrayList<>();
    int side = in.position();
    in.acceptAny(Vocabulary.TRIM_SIDES).ifPresent(s -> arguments.add(new Words(side, s)));
    if (!in.is("FROM")) {
      arguments.add(expressions.expression());
    }
    int from = in.position();
    if (in.accept("FROM")) {
      arguments.add(new Words(from, "FROM"));
      arguments.add(expressions.expression());
    }
    return spaced(position, name, arguments);
  }

  private Call substring(int position, String name) {
    Expression text = expressions.expression();
    if (in.acceptSymbol(",")) {
      List<Expression> arguments = new ArrayList<>(List.of(text));
      arguments.addAll(expressions.list());
      return listed(position, name, arguments);
    }
    return worded(position, name, List.of("FROM", "FOR"), text);
  }

  private Call worded(int position, String name, List<String> words) {
    // IN is no operator here, so the first argument stops before comparisons.
    return worded(position, name, words, expressions.arithmetic());
  }

  private Call worded(int position, String name, List<String> words, Expression first) {
    List<Expression> arguments = new ArrayList<>(List.of(first));
    for (String word : words) {
      int behind = in.position();
      if (in.accept(word)) {
        arguments.add(new Words(behind, word));
        arguments.add(expressions.expression());
      }
    }
    return spaced(position, name, arguments);
  }

  private static Call spaced(int position, String name, List<Expression> arguments) {
    return plain(position, name, arguments, SPACE);
  }

  private static Call listed(int position, String name, List<Expression> arguments) {
    return plain(position, name, arguments, COMMA);
  }

  private static Call plain(int position, String name, List<Expression> arguments, String between) {
    return new Call(
        position,
        name,
        false,
        false,
        arguments,
        between,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
