package org.wenshu.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenshu.sql.SqlToken;

/**
 * What has a value. Operators of one rank are kept side by side as they were written, never
 * regrouped: the server's own precedence decides, and a rendered expression means what the source
 * meant.
 */
public sealed interface Expression {
  /** Where it starts in the source. */
  int position();

  /** The expressions directly inside, sub-queries apart. */
  default List<Expression> children() {
    return List.of();
  }

  /**
   * The expression inside, when this one adds nothing to it: parentheses, or a plus sign. The
   * server labels a column as if they were not there.
   */
  default Optional<Expression> transparent() {
    return Optional.empty();
  }

  /** A constant: one literal, adjacent strings, or a typed one such as {@code DATE '…'}. */
  record Literal(List<SqlToken> tokens) implements Expression {
    @Override
    public int position() {
      return tokens.get(0).start();
    }

    /** As it is written. */
    public String text() {
      return tokens.stream().map(SqlToken::text).collect(Collectors.joining(" "));
    }

    /** The decoded value of a string; empty for other constants. */
    public Optional<String> string() {
      boolean strings =
          tokens.stream()
              .allMatch(
                  t ->
                      t.kind() == SqlToken.Kind.STRING
                          || t.kind() == SqlToken.Kind.NATIONAL_STRING);
      return strings
          ? Optional.of(tokens.stream().map(SqlToken::value).collect(Collectors.joining()))
          : Optional.empty();
    }

    /** The value of a whole number of at most 18 digits; empty for other constants. */
    public Optional<Long> integer() {
      String text = tokens.get(0).text();
      boolean whole = text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      return whole ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
  }

  /** A column, of one to three parts. */
  record Column(List<Name> path) implements Expression {
    @Override
    public int position() {
      return path.get(0).position();
    }

    /** The last part. */
    public Name name() {
      return path.get(path.size() - 1);
    }
  }

  /** {@code *}, or {@code t.*} with its qualifier. */
  record Star(int position, List<Name> qualifier) implements Expression {}

  /** Words of the grammar in the place of an argument, such as the unit of a TIMESTAMPDIFF. */
  record Words(int position, String text) implements Expression {}

  /** A data type; length is 0 when none is given. */
  record TypeName(int position, String text, long length) implements Expression {}

  /** An operator before its operand. */
  record Prefix(int position, String operator, Expression operand) implements Expression {
    @Override
    public Optional<Expression> transparent() {
      return operator.equals("+") ? Optional.of(operand) : Optional.empty();
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** Words behind an operand, such as {@code IS NOT NULL}. */
  record Suffix(Expression operand, String words) implements Expression {
    @Override
    public int position() {
      return operand.position();
    }

    @Override
    public List<Expression> children() {
      return List.of(operand);
    }
  }

  /** Operands with operators between them; BETWEEN, LIKE and IN are operators here. */
  record Chain(List<Expression> operands, List<String> operators) implements Expression {
    @Override
    public int position() {
      return operands.get(0).position();
    }

    @Override
    public List<Expression> children() {
      return operands;
    }
  }

  /** {@code INTERVAL amount unit}. */
  record Interval(int position, Expression amount, String unit) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(amount);
    }
  }

  /** An expression in parentheses. */
  record Parenthesised(int position, Expression inner) implements Expression {
    @Override
    public Optional<Expression> transparent() {
      return Optional.of(inner);
    }

    @Override
    public List<Expression> children() {
      return List.of(inner);
    }
  }

  /** A list in parentheses: a row, or the right side of IN. */
  record Row(int position, boolean keyword, List<Expression> items) implements Expression {
    @Override
    public List<Expression> children() {
      return items;
    }
  }

  /**
   * A query in parentheses.
   *
   * @param quantifier {@code EXISTS}, {@code ALL}, {@code ANY}, {@code SOME} or empty
   */
  record SubQuery(int position, String quantifier, Query query) implements Expression {}

  /** {@code CASE}. */
  record Case(
      int position, Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise)
      implements Expression {
    @Override
    public List<Expression> children() {
      List<Expression> children = new ArrayList<>();
      operand.ifPresent(children::add);
      whens.forEach(w -> children.addAll(List.of(w.condition(), w.result())));
      otherwise.ifPresent(children::add);
      return children;
    }
  }

  /** One branch of a CASE. */
  record When(Expression condition, Expression result) {}

  /**
   * A call of a function.
   *
   * @param bare whether it is written without parentheses, such as {@code CURRENT_DATE}
   * @param between what stands between the arguments: a comma, or words such as {@code FROM}
   */
  record Call(
      int position,
      String name,
      boolean bare,
      boolean distinct,
      List<Expression> arguments,
      String between,
      List<OrderItem> orderBy,
      Optional<Literal> separator,
      Optional<Over> over)
      implements Expression {
    @Override
    public List<Expression> children() {
      List<Expression> children = new ArrayList<>(arguments);
      orderBy.forEach(o -> children.add(o.expression()));
      over.flatMap(Over::spec).ifPresent(s -> children.addAll(s.expressions()));
      return children;
    }

    /** The argument at that index, if there is one. */
    public Optional<Expression> argument(int index) {
      return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
  }

  /** {@code MATCH (…) AGAINST (…)}. */
  record Match(int position, List<Expression> columns, Expression words, String mode)
      implements Expression {
    @Override
    public List<Expression> children() {
      List<Expression> children = new ArrayList<>(columns);
      children.add(words);
      return children;
    }
  }

  /** The window of a call: by name, or spelt out. */
  record Over(Optional<Name> name, Optional<WindowSpec> spec) {}

  /**
   * A window.
   *
   * @param frame words and bounds in their order, empty when there is no frame
   */
  record WindowSpec(
      Optional<Name> base,
      List<Expression> partitionBy,
      List<OrderItem> orderBy,
      List<Expression> frame) {
    /** All expressions in it. */
    public List<Expression> expressions() {
      List<Expression> all = new ArrayList<>(partitionBy);
      orderBy.forEach(o -> all.add(o.expression()));
      all.addAll(frame);
      return all;
    }
  }

  /** What to sort or group by; the direction may be empty. */
  record OrderItem(Expression expression, String direction) {}
}
