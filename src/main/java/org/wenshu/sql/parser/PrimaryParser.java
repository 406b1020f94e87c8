package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Case;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Expression.Interval;
import org.wenshu.sql.tree.Expression.Literal;
import org.wenshu.sql.tree.Expression.Match;
import org.wenshu.sql.tree.Expression.Parenthesised;
import org.wenshu.sql.tree.Expression.Row;
import org.wenshu.sql.tree.Expression.Star;
import org.wenshu.sql.tree.Expression.SubQuery;
import org.wenshu.sql.tree.Expression.When;
import org.wenshu.sql.tree.Name;

/** Reads what operators stand between: constants, columns, calls and what parentheses hold. */
final class PrimaryParser {
  private static final Pattern COLLATION = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private final TokenStream in;
  private final ExpressionParser expressions;
  private final QueryParser queries;
  private final CallParser calls;

  PrimaryParser(TokenStream in, ExpressionParser expressions, QueryParser queries) {
    this.in = in;
    this.expressions = expressions;
    this.queries = queries;
    this.calls = new CallParser(in, expressions);
  }

  CallParser calls() {
    return calls;
  }

  Expression primary() {
    return switch (in.peek(0).map(SqlToken::kind).orElseThrow(in::failure)) {
      case NUMBER, HEX, BIT -> new Literal(List.of(in.take()));
      case STRING, NATIONAL_STRING -> strings(new ArrayList<>());
      case INTRODUCER -> introduced();
      case LEFT_PARENTHESIS -> parenthesised();
      case WORD -> word();
      case QUOTED_IDENTIFIER -> column();
      default -> throw in.failure();
    };
  }

  /** {@code *} or {@code t.*}, if that is what stands here. */
  Optional<Expression> star() {
    int position = in.position();
    if (in.acceptSymbol("*")) {
      return Optional.of(new Star(position, List.of()));
    }
    int parts = 0;
    while (in.isSymbol(2 * parts + 1, ".") && !in.isSymbol(2 * parts, "*")) {
      parts++;
    }
    if (parts == 0 || !in.isSymbol(2 * parts, "*")) {
      return Optional.empty();
    }
    List<Name> qualifier = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      qualifier.add(i == 0 ? in.name() : in.anyName());
      in.expectSymbol(".");
    }
    in.expectSymbol("*");
    return Optional.of(new Star(position, qualifier));
  }

  /** What IN compares with: a query or a list. */
  Expression members() {
    int position = in.position();
    if (in.looksAtQuery()) {
      return new SubQuery(position, "", queries.parenthesisedQuery());
    }
    in.expectSymbol("(");
    List<Expression> items = expressions.list();
    in.expectSymbol(")");
    return new Row(position, false, items);
  }

  /** {@code ALL (…)} and its like behind a comparison. */
  Optional<Expression> quantified() {
    int position = in.position();
    return in.isSymbol(1, "(")
        ? in.acceptAny(Vocabulary.QUANTIFIERS)
            .map(q -> new SubQuery(position, q, queries.parenthesisedQuery()))
        : Optional.empty();
  }

  String collation() {
    SqlToken token = in.take();
    if (!token.isName() || !COLLATION.matcher(token.name()).matches()) {
      throw in.failure();
    }
    return token.name();
  }

  private Expression strings(List<SqlToken> tokens) {
    tokens.add(in.take());
    while (in.isKind(Kind.STRING)) {
      tokens.add(in.take());
    }
    return new Literal(tokens);
  }

  /** Character sets whose strings hold bytes that look like quotes are left out. */
  private Expression introduced() {
    SqlToken introducer = in.peek(0).orElseThrow();
    if (!Vocabulary.CHARACTER_SETS.contains(
        introducer.text().substring(1).toLowerCase(Locale.ROOT))) {
      throw in.failure();
    }
    List<SqlToken> tokens = new ArrayList<>(List.of(in.take()));
    if (in.isKind(Kind.HEX) || in.isKind(Kind.BIT)) {
      tokens.add(in.take());
      return new Literal(tokens);
    }
    if (!in.isKind(Kind.STRING)) {
      throw in.failure();
    }
    return strings(tokens);
  }

  private Expression parenthesised() {
    int position = in.position();
    if (in.looksAtQuery()) {
      return new SubQuery(position, "", queries.parenthesisedQuery());
    }
    in.expectSymbol("(");
    List<Expression> items = expressions.list();
    in.expectSymbol(")");
    return items.size() == 1
        ? new Parenthesised(position, items.get(0))
        : new Row(position, false, items);
  }

  private Expression word() {
    int position = in.position();
    String word = in.word();
    switch (word) {
      case "NULL", "TRUE", "FALSE" -> {
        return new Literal(List.of(in.take()));
      }
      case "CASE" -> {
        return caseExpression(position);
      }
      case "INTERVAL" -> {
        in.take();
        Expression amount = expressions.expression();
        return new Interval(position, amount, in.expectAny(Vocabulary.UNITS));
      }
      case "EXISTS" -> {
        in.take();
        return new SubQuery(position, "EXISTS", queries.parenthesisedQuery());
      }
      case "MATCH" -> {
        return match(position);
      }
      default -> {
        return typedLiteral(word).or(() -> row(position)).orElseGet(() -> callOrColumn(word));
      }
    }
  }

  private Expression callOrColumn(String word) {
    if (in.isSymbol(1, "(")) {
      return calls.call();
    }
    return Vocabulary.BARE_CALLS.contains(word) ? calls.bareCall() : column();
  }

  private Optional<Expression> typedLiteral(String word) {
    boolean typed =
        Vocabulary.TEMPORAL_TYPES.contains(word)
            && in.peek(1).filter(t -> t.kind() == Kind.STRING).isPresent();
    return typed ? Optional.of(new Literal(List.of(in.take(), in.take()))) : Optional.empty();
  }

  private Optional<Expression> row(int position) {
    if (!in.is("ROW") || !in.isSymbol(1, "(")) {
      return Optional.empty();
    }
    in.take();
    in.expectSymbol("(");
    List<Expression> items = expressions.list();
    in.expectSymbol(")");
    return Optional.of(new Row(position, true, items));
  }

  private Expression column() {
    List<Name> path = new ArrayList<>(List.of(in.name()));
    while (path.size() < 3 && in.acceptSymbol(".")) {
      path.add(in.anyName());
    }
    Column column = new Column(path);
    String arrow = in.isSymbol("->>") ? "->>" : "->";
    if (!in.acceptSymbol(arrow)) {
      return column;
    }
    return new Chain(List.of(column, new Literal(List.of(in.string()))), List.of(arrow));
  }

  private Expression caseExpression(int position) {
    in.expect("CASE");
    Optional<Expression> operand =
        in.is("WHEN") ? Optional.empty() : Optional.of(expressions.expression());
    List<When> whens = new ArrayList<>();
    in.expect("WHEN");
    do {
      Expression condition = expressions.expression();
      in.expect("THEN");
      whens.add(new When(condition, expressions.expression()));
    } while (in.accept("WHEN"));
    Optional<Expression> otherwise =
        in.accept("ELSE") ? Optional.of(expressions.expression()) : Optional.empty();
    in.expect("END");
    return new Case(position, operand, whens, otherwise);
  }

  private Expression match(int position) {
    in.expect("MATCH");
    boolean parentheses = in.acceptSymbol("(");
    List<Expression> columns = new ArrayList<>();
    do {
      columns.add(column());
    } while (in.acceptSymbol(","));
    if (parentheses) {
      in.expectSymbol(")");
    }
    in.expect("AGAINST");
    in.expectSymbol("(");
    Expression words = primary();
    String mode = matchMode();
    in.expectSymbol(")");
    return new Match(position, columns, words, mode);
  }

  private String matchMode() {
    if (in.acceptAll("IN", "BOOLEAN", "MODE")) {
      return " IN BOOLEAN MODE";
    }
    String mode =
        in.acceptAll("IN", "NATURAL", "LANGUAGE", "MODE") ? " IN NATURAL LANGUAGE MODE" : "";
    return in.acceptAll("WITH", "QUERY", "EXPANSION") ? mode + " WITH QUERY EXPANSION" : mode;
  }
}
