package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Query.Body;
import org.wenshu.sql.tree.Query.CommonTable;
import org.wenshu.sql.tree.Query.Limit;
import org.wenshu.sql.tree.Query.With;

/** Reads query expressions: WITH, set operations, ORDER BY and LIMIT. Confined to one text. */
public final class QueryParser {
  private final TokenStream in;
  private final SelectParser selects;

  private QueryParser(TokenStream in) {
    this.in = in;
    this.selects = new SelectParser(in, this);
  }

  /**
   * Parses a whole text, without semicolon.
   *
   * @param source what the tokens were cut from
   * @param tokens those that the grammar sees
   * @param maxNesting how deep queries and parentheses may nest; deeper is unreadable
   */
  public static Parsed parse(String source, List<SqlToken> tokens, int maxNesting) {
    TokenStream in = new TokenStream(source, tokens, maxNesting);
    try {
      Query query = new QueryParser(in).query();
      return in.atEnd() ? new Parsed.Read(query) : new Parsed.Unreadable(in.index());
    } catch (SyntaxException e) {
      return new Parsed.Unreadable(e.tokenIndex());
    }
  }

  Query query() {
    in.enter();
    With with = in.accept("WITH") ? with() : With.NONE;
    Body body = body();
    Query query = new Query(with, body, selects.expressions().orderBy(), limit());
    in.leave();
    return query;
  }

  /** A query and the parentheses around it. */
  Query parenthesisedQuery() {
    in.expectSymbol("(");
    Query query = query();
    in.expectSymbol(")");
    return query;
  }

  private With with() {
    boolean recursive = in.accept("RECURSIVE");
    List<CommonTable> tables = new ArrayList<>();
    do {
      Name name = in.name();
      List<Name> columns = in.isSymbol("(") ? in.parenthesisedNames() : List.of();
      in.expect("AS");
      tables.add(new CommonTable(name, columns, parenthesisedQuery()));
    } while (in.acceptSymbol(","));
    return new With(recursive, tables);
  }

  private Body body() {
    List<Body> parts = new ArrayList<>(List.of(part()));
    List<String> operators = new ArrayList<>();
    Optional<String> operator = setOperator();
    while (operator.isPresent()) {
      operators.add(operator.get());
      parts.add(part());
      operator = setOperator();
    }
    return operators.isEmpty() ? parts.get(0) : new Query.SetOperation(parts, operators);
  }

  private Optional<String> setOperator() {
    for (String operator : Vocabulary.SET_OPERATORS) {
      if (in.accept(operator)) {
        Optional<String> quantifier = in.acceptAny(Vocabulary.SET_QUANTIFIERS);
        return Optional.of(quantifier.map(q -> operator + " " + q).orElse(operator));
      }
    }
    return Optional.empty();
  }

  private Body part() {
    if (in.isSymbol("(")) {
      int position = in.position();
      return new Query.Parenthesised(position, parenthesisedQuery());
    }
    return selects.select();
  }

  private Optional<Limit> limit() {
    if (!in.accept("LIMIT")) {
      return Optional.empty();
    }
    String first = in.wholeNumber();
    if (in.acceptSymbol(",")) {
      return Optional.of(new Limit(in.wholeNumber(), Optional.of(first)));
    }
    return Optional.of(
        new Limit(first, in.accept("OFFSET") ? Optional.of(in.wholeNumber()) : Optional.empty()));
  }
}
