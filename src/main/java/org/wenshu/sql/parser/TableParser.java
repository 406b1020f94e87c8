package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Literal;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.TableReference;
import org.wenshu.sql.tree.TableReference.Derived;
import org.wenshu.sql.tree.TableReference.IndexHint;
import org.wenshu.sql.tree.TableReference.Join;
import org.wenshu.sql.tree.TableReference.JsonColumn;
import org.wenshu.sql.tree.TableReference.JsonTable;
import org.wenshu.sql.tree.TableReference.Named;

/** Reads what stands behind FROM. */
final class TableParser {
  /** More tables than the server joins at all; each join is a level of the tree. */
  private static final int MAX_JOINS = 61;

  private final TokenStream in;
  private final QueryParser queries;
  private final ExpressionParser expressions;

  TableParser(TokenStream in, QueryParser queries, ExpressionParser expressions) {
    this.in = in;
    this.queries = queries;
    this.expressions = expressions;
  }

  List<TableReference> references() {
    List<TableReference> references = new ArrayList<>();
    do {
      references.add(joined());
    } while (in.acceptSymbol(","));
    return references;
  }

  private TableReference joined() {
    TableReference left = factor();
    Optional<String> words = joinWords();
    for (int joins = 1; words.isPresent(); joins++) {
      if (joins > MAX_JOINS) {
        throw in.failure();
      }
      left = join(left, words.get());
      words = joinWords();
    }
    return left;
  }

  /**
   * Joins are read from left to right; a second ON behind nested joins, which would pair them from
   * the right, is not read.
   */
  private TableReference join(TableReference left, String words) {
    TableReference right = factor();
    Optional<Expression> on =
        in.accept("ON") ? Optional.of(expressions.expression()) : Optional.empty();
    List<Name> using = on.isEmpty() && in.accept("USING") ? in.parenthesisedNames() : List.of();
    return new Join(left, words, right, on, using);
  }

  private Optional<String> joinWords() {
    if (in.accept("STRAIGHT_JOIN")) {
      return Optional.of("STRAIGHT_JOIN");
    }
    List<String> words = new ArrayList<>();
    if (in.accept("NATURAL")) {
      words.add("NATURAL");
    }
    Optional<String> side = in.acceptAny(List.of("INNER", "CROSS", "LEFT", "RIGHT"));
    side.ifPresent(words::add);
    if (side.filter(s -> s.equals("LEFT") || s.equals("RIGHT")).isPresent()) {
      in.accept("OUTER");
    }
    if (!in.accept("JOIN")) {
      if (words.isEmpty()) {
        return Optional.empty();
      }
      throw in.failure();
    }
    words.add("JOIN");
    return Optional.of(String.join(" ", words));
  }

  private TableReference factor() {
    if (in.isSymbol("(")) {
      return in.looksAtQuery() ? derived(false) : parenthesised();
    }
    if (in.accept("LATERAL")) {
      return derived(true);
    }
    return in.is("JSON_TABLE") && in.isSymbol(1, "(") ? jsonTable() : named();
  }

  private TableReference parenthesised() {
    in.enter();
    in.expectSymbol("(");
    List<TableReference> references = references();
    in.expectSymbol(")");
    in.leave();
    return new TableReference.Parenthesised(references);
  }

  private TableReference derived(boolean lateral) {
    Query query = queries.parenthesisedQuery();
    in.accept("AS");
    Name alias = in.name();
    List<Name> columns = in.isSymbol("(") ? in.parenthesisedNames() : List.of();
    return new Derived(lateral, query, alias, columns);
  }

  private TableReference named() {
    Name first = in.name();
    Optional<Name> second = in.acceptSymbol(".") ? Optional.of(in.anyName()) : Optional.empty();
    Optional<Name> alias = alias();
    List<IndexHint> hints = indexHints();
    return second.isPresent()
        ? new Named(Optional.of(first), second.get(), alias, hints)
        : new Named(Optional.empty(), first, alias, hints);
  }

  private Optional<Name> alias() {
    return in.accept("AS") || in.isName() ? Optional.of(in.name()) : Optional.empty();
  }

  private List<IndexHint> indexHints() {
    List<IndexHint> hints = new ArrayList<>();
    Optional<String> verb = in.acceptAny(List.of("USE", "FORCE", "IGNORE"));
    while (verb.isPresent()) {
      in.expectAny(List.of("INDEX", "KEY"));
      hints.add(new IndexHint(verb.get() + " INDEX" + hintPurpose(), in.parenthesisedNames()));
      verb = in.acceptAny(List.of("USE", "FORCE", "IGNORE"));
    }
    return hints;
  }

  private String hintPurpose() {
    if (!in.accept("FOR")) {
      return "";
    }
    if (in.accept("JOIN")) {
      return " FOR JOIN";
    }
    String clause = in.expectAny(List.of("ORDER", "GROUP"));
    in.expect("BY");
    return " FOR " + clause + " BY";
  }

  private TableReference jsonTable() {
    int position = in.position();
    in.expect("JSON_TABLE");
    in.expectSymbol("(");
    Expression document = expressions.expression();
    in.expectSymbol(",");
    Literal path = new Literal(List.of(in.string()));
    in.expect("COLUMNS");
    List<JsonColumn> columns = jsonColumns();
    in.expectSymbol(")");
    in.accept("AS");
    return new JsonTable(position, document, path, columns, in.name());
  }

  private List<JsonColumn> jsonColumns() {
    in.expectSymbol("(");
    List<JsonColumn> columns = new ArrayList<>();
    do {
      Name name = in.name();
      columns.add(new JsonColumn(name, jsonColumn()));
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    return columns;
  }

  private String jsonColumn() {
    if (in.acceptAll("FOR", "ORDINALITY")) {
      return "FOR ORDINALITY";
    }
    StringBuilder definition = new StringBuilder(expressions.calls().typeName().text());
    definition.append(in.accept("EXISTS") ? " EXISTS PATH " : " PATH ");
    if (in.accept("PATH")) {
      definition.append(in.string().text());
    } else {
      throw in.failure();
    }
    definition.append(onEvent()).append(onEvent());
    return definition.toString();
  }

  /** {@code NULL ON EMPTY}, {@code DEFAULT '…' ON ERROR} and their like; nothing when absent. */
  private String onEvent() {
    String action;
    if (in.acceptAll("NULL", "ON") || in.acceptAll("ERROR", "ON")) {
      action = in.peek(-2).orElseThrow(in::failure).text();
    } else if (in.accept("DEFAULT")) {
      action = "DEFAULT " + in.string().text();
      in.expect("ON");
    } else {
      return "";
    }
    return " " + action + " ON " + in.expectAny(List.of("EMPTY", "ERROR"));
  }
}
