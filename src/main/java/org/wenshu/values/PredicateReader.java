package org.wenshu.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;
import org.wenshu.values.Predicate.Form;

/**
 * Finds the predicates in expressions. Only whole operands of AND, OR and the like count, outside
 * any negation; whatever else stands around a comparison changes what it means, so it is left.
 */
final class PredicateReader {
  private static final Set<String> BEFORE =
      Set.of("AND", "OR", "XOR", "WHERE", "HAVING", "WHEN", "THEN", "ELSE", "BY", "SELECT");
  private static final Set<String> BEHIND =
      Set.of(
          "AND", "OR", "XOR", "THEN", "ELSE", "END", "WHEN", "AS", "GROUP", "ORDER", "HAVING",
          "LIMIT", "WINDOW", "FOR", "INTO");
  private static final Set<String> JUDGING = Set.of("IS", "IN", "LIKE", "BETWEEN", "NOT");
  private static final Set<String> LOGICAL = Set.of("&&", "||");

  private final Tokens tokens;
  private final QueryReader queries;
  private final List<Predicate> found = new ArrayList<>();

  PredicateReader(Tokens tokens, QueryReader queries) {
    this.tokens = tokens;
    this.queries = queries;
  }

  List<Predicate> found() {
    return found.stream().sorted(Comparator.comparingInt(Predicate::start)).toList();
  }

  void read(int from, int to, Scope scope, Map<String, Relation> named) {
    new Expression(from, to, scope, named).read(true);
  }

  /** A range of tokens between parentheses or clauses. */
  private final class Expression {
    private final int from;
    private final int to;
    private final Scope scope;
    private final Map<String, Relation> named;
    private boolean between;
    private int betweenAnd = -1;

    Expression(int from, int to, Scope scope, Map<String, Relation> named) {
      this.from = from;
      this.to = to;
      this.scope = scope;
      this.named = named;
    }

    void read(boolean affirmed) {
      int i = from;
      while (i < to) {
        noteBetween(i);
        if (tokens.isOpening(i, to)) {
          parenthesis(i, affirmed);
          i = tokens.beyond(i);
        } else {
          i = affirmed && followsLogic(i) ? predicate(i) : i + 1;
        }
      }
    }

    /** The AND of BETWEEN joins two bounds, not two conditions. */
    private void noteBetween(int i) {
      if (tokens.isWord(i, to, "BETWEEN")) {
        between = true;
      } else if (between && tokens.isWord(i, to, "AND")) {
        between = false;
        betweenAnd = i;
      }
    }

    private void parenthesis(int opening, boolean affirmed) {
      int closing = tokens.closing(opening);
      if (tokens.isWord(opening + 1, closing, "SELECT")
          || tokens.isWord(opening + 1, closing, "WITH")) {
        queries.query(opening + 1, closing, Optional.of(scope), named);
      } else {
        new Expression(opening + 1, closing, scope, named)
            .read(affirmed && !isJudged(opening, closing));
      }
    }

    /** Whether what the parenthesis says is turned around or compared. */
    private boolean isJudged(int opening, int closing) {
      boolean before =
          opening > from && (isOperator(opening - 1) || tokens.isWord(opening - 1, to, JUDGING));
      boolean behind =
          closing + 1 < to && (isOperator(closing + 1) || tokens.isWord(closing + 1, to, JUDGING));
      return before || behind;
    }

    private boolean isOperator(int i) {
      SqlToken token = tokens.get(i);
      return token.kind() == Kind.OPERATOR && !LOGICAL.contains(token.text());
    }

    private boolean followsLogic(int i) {
      if (i == from) {
        return true;
      }
      SqlToken before = tokens.get(i - 1);
      return i - 1 != betweenAnd
          && (tokens.isWord(i - 1, to, BEFORE)
              || before.isSymbol(",")
              || before.kind() == Kind.HINT
              || isLogical(before));
    }

    private boolean precedesLogic(int i) {
      return i >= to
          || tokens.isWord(i, to, BEHIND)
          || tokens.isSymbol(i, to, ",")
          || tokens.isSymbol(i, to, ";")
          || isLogical(tokens.get(i));
    }

    private boolean isLogical(SqlToken token) {
      return token.kind() == Kind.OPERATOR && LOGICAL.contains(token.text());
    }

    /** Reads the predicate that begins here; tells where to go on. */
    private int predicate(int i) {
      int behind = tokens.behindColumn(i, to);
      if (behind > i) {
        return columnFirst(i, behind);
      }
      if (tokens.isString(i, to) && tokens.isSymbol(i + 1, to, "=")) {
        int end = tokens.behindColumn(i + 2, to);
        if (end > i + 2 && precedesLogic(end)) {
          add(Form.EQUAL, i, end, i + 2, end, List.of(tokens.get(i)));
          return end;
        }
      }
      return i + 1;
    }

    private int columnFirst(int i, int behind) {
      boolean like = tokens.isWord(behind, to, "LIKE");
      if (like || tokens.isSymbol(behind, to, "=")) {
        int end = behind + 2;
        if (tokens.isString(behind + 1, to) && precedesLogic(end)) {
          List<SqlToken> literal = List.of(tokens.get(behind + 1));
          add(like ? Form.LIKE : Form.EQUAL, i, end, i, behind, literal);
          return end;
        }
      } else if (tokens.isWord(behind, to, "IN") && tokens.isOpening(behind + 1, to)) {
        int end = tokens.beyond(behind + 1);
        List<SqlToken> literals = strings(behind + 2, end - 1);
        if (!literals.isEmpty() && precedesLogic(end)) {
          add(Form.IN, i, end, i, behind, literals);
          return end;
        }
      }
      return i + 1;
    }

    /** The strings of a list of nothing else; empty when there is something else in it. */
    private List<SqlToken> strings(int start, int end) {
      List<SqlToken> strings = new ArrayList<>();
      for (int[] part : tokens.split(start, end)) {
        if (part[1] - part[0] != 1 || !tokens.isString(part[0], end)) {
          return List.of();
        }
        strings.add(tokens.get(part[0]));
      }
      return strings;
    }

    private void add(
        Form form, int start, int end, int column, int behind, List<SqlToken> literals) {
      ColumnReference reference = tokens.column(column, behind);
      scope
          .resolve(reference)
          .ifPresent(
              meant ->
                  found.add(
                      new Predicate(
                          form,
                          tokens.get(start).start(),
                          tokens.get(end - 1).end(),
                          tokens.source(start, end),
                          behind - column == 1 ? "" : tokens.source(column, behind - 1),
                          reference,
                          meant,
                          scope,
                          literals)));
    }
  }
}
