package org.wenshu.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.SchemaSnapshot;

/**
 * Reads the scopes of a statement: which names mean which relations in every SELECT, common table,
 * derived table and UNION branch. Confined to one statement.
 */
final class QueryReader {
  private static final Set<String> SELECT_OPTIONS =
      Set.of("DISTINCT", "ALL", "DISTINCTROW", "HIGH_PRIORITY", "STRAIGHT_JOIN");
  private static final Set<String> BEHIND_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "FOR", "INTO", "LOCK");
  private static final Set<String> EXPLAINING = Set.of("EXPLAIN", "DESCRIBE", "DESC");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH");
  private static final Set<String> FROM = Set.of("FROM");

  private final Tokens tokens;
  private final SchemaSnapshot schema;
  private final PredicateReader predicates;

  private QueryReader(Tokens tokens, SchemaSnapshot schema) {
    this.tokens = tokens;
    this.schema = schema;
    this.predicates = new PredicateReader(tokens, this);
  }

  /** The predicates of the statement, in their order. */
  static List<Predicate> predicates(String sql, SchemaSnapshot schema) {
    Tokens tokens = Tokens.of(sql);
    QueryReader reader = new QueryReader(tokens, schema);
    int first = tokens.isWord(0, tokens.size(), EXPLAINING) ? 1 : 0;
    int start = first == 0 ? 0 : tokens.find(first, tokens.size(), QUERIES);
    reader.query(start, tokens.size(), Optional.empty(), Map.of());
    return reader.predicates.found();
  }

  /** Reads a query expression and tells its columns. */
  Relation query(int from, int to, Optional<Scope> outer, Map<String, Relation> known) {
    Map<String, Relation> named = new HashMap<>(known);
    int i = commonTables(from, to, outer, named);
    Relation result = null;
    while (i < to) {
      int end = i;
      while (end < to && !tokens.isSetOperator(end, to)) {
        end = tokens.beyond(end);
      }
      Relation branch = branch(i, Math.min(end, to), outer, named);
      result = result == null ? branch : result.union(branch);
      i = end + 1;
      if (tokens.isWord(i, to, SELECT_OPTIONS)) {
        i++;
      }
    }
    return result == null ? Relation.unknown() : result;
  }

  private int commonTables(int from, int to, Optional<Scope> outer, Map<String, Relation> named) {
    if (!tokens.isWord(from, to, "WITH")) {
      return from;
    }
    boolean recursive = tokens.isWord(from + 1, to, "RECURSIVE");
    int i = from + (recursive ? 2 : 1);
    do {
      i = tokens.isSymbol(i, to, ",") ? i + 1 : i;
      i = commonTable(i, to, outer, named, recursive);
    } while (tokens.isSymbol(i, to, ","));
    return i;
  }

  private int commonTable(
      int at, int to, Optional<Scope> outer, Map<String, Relation> named, boolean recursive) {
    if (!tokens.isName(at, to)) {
      throw new UnreadableSqlException("WITH");
    }
    String name = tokens.get(at).name().toLowerCase(Locale.ROOT);
    int i = at + 1;
    List<String> columns = List.of();
    if (tokens.isOpening(i, to)) {
      columns = names(i);
      i = tokens.beyond(i);
    }
    if (!tokens.isWord(i, to, "AS") || !tokens.isOpening(i + 1, to)) {
      throw new UnreadableSqlException("WITH " + name);
    }
    if (recursive) {
      named.put(name, Relation.unknown());
    }
    Relation relation = query(i + 2, tokens.closing(i + 1), outer, named);
    named.put(name, relation.renamed(columns));
    return tokens.beyond(i + 1);
  }

  /** The names in a parenthesis. */
  List<String> names(int opening) {
    List<String> names = new ArrayList<>();
    for (int i = opening + 1; i < tokens.closing(opening); i += 2) {
      if (!tokens.isName(i, tokens.closing(opening))) {
        throw new UnreadableSqlException(tokens.get(i).text());
      }
      names.add(tokens.get(i).name());
    }
    return names;
  }

  private Relation branch(int from, int to, Optional<Scope> outer, Map<String, Relation> named) {
    if (tokens.isOpening(from, to)) {
      return query(from + 1, tokens.closing(from), outer, named);
    }
    return tokens.isWord(from, to, "SELECT")
        ? select(from + 1, to, outer, named)
        : Relation.unknown();
  }

  private Relation select(int first, int to, Optional<Scope> outer, Map<String, Relation> named) {
    int from = first;
    while (tokens.isWord(from, to, SELECT_OPTIONS)) {
      from++;
    }
    int fromClause = tokens.find(from, to, FROM);
    int rest = tokens.find(fromClause, to, BEHIND_FROM);
    Scope scope = new Scope(outer);
    FromReader clause = new FromReader(tokens, schema, this, scope, named);
    if (fromClause < rest) {
      clause.read(fromClause + 1, rest);
    }
    predicates.read(from, fromClause, scope, named);
    for (int[] condition : clause.conditions()) {
      predicates.read(condition[0], condition[1], scope, named);
    }
    predicates.read(rest, to, scope, named);
    return new SelectList(tokens, scope).outputs(from, fromClause);
  }
}
