package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.SchemaSnapshot;

/** Reads a FROM clause: its relations into a scope, and where its join conditions stand. */
final class FromReader {
  private static final Set<String> JOINS =
      Set.of("JOIN", "INNER", "LEFT", "RIGHT", "CROSS", "NATURAL", "STRAIGHT_JOIN", "ON", "USING");
  private static final Set<String> NO_ALIAS =
      Set.of(
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "CROSS",
          "NATURAL",
          "STRAIGHT_JOIN",
          "ON",
          "USING",
          "USE",
          "FORCE",
          "IGNORE",
          "OUTER",
          "PARTITION",
          "TABLESAMPLE");

  private final Tokens tokens;
  private final SchemaSnapshot schema;
  private final QueryReader queries;
  private final Scope scope;
  private final Map<String, Relation> named;
  private final List<int[]> conditions = new ArrayList<>();

  FromReader(
      Tokens tokens,
      SchemaSnapshot schema,
      QueryReader queries,
      Scope scope,
      Map<String, Relation> named) {
    this.tokens = tokens;
    this.schema = schema;
    this.queries = queries;
    this.scope = scope;
    this.named = named;
  }

  /** Where the conditions behind ON stand. */
  List<int[]> conditions() {
    return conditions;
  }

  void read(int from, int to) {
    int i = factor(from, to);
    while (i < to) {
      if (tokens.isWord(i, to, "ON")) {
        i = condition(i + 1, to);
      } else if (tokens.isSymbol(i, to, ",")
          || tokens.isWord(i, to, "JOIN")
          || tokens.isWord(i, to, "STRAIGHT_JOIN")) {
        i = factor(i + 1, to);
      } else {
        i = tokens.beyond(i);
      }
    }
  }

  private int condition(int from, int to) {
    int end = from;
    while (end < to && !tokens.isSymbol(end, to, ",") && !startsJoin(end, to)) {
      end = tokens.beyond(end);
    }
    conditions.add(new int[] {from, Math.min(end, to)});
    return end;
  }

  /** LEFT and RIGHT with a parenthesis are functions. */
  private boolean startsJoin(int i, int to) {
    return tokens.isWord(i, to, JOINS) && !tokens.isOpening(i + 1, to);
  }

  private int factor(int from, int to) {
    int i = tokens.isWord(from, to, "LATERAL") ? from + 1 : from;
    if (tokens.isOpening(i, to)) {
      return parenthesis(i, to);
    }
    if (!tokens.isName(i, to)) {
      throw new UnreadableSqlException("FROM");
    }
    int behind = tokens.behindColumn(i, to);
    ColumnReference table = tokens.column(i, behind);
    Relation relation = relation(table);
    if (tokens.isOpening(behind, to)) {
      relation = Relation.unknown();
      behind = tokens.beyond(behind);
    } else if (tokens.isWord(behind, to, "PARTITION") && tokens.isOpening(behind + 1, to)) {
      behind = tokens.beyond(behind + 1);
    }
    return alias(behind, to, table.name(), relation);
  }

  private int parenthesis(int opening, int to) {
    if (tokens.opensQuery(opening)) {
      Relation relation =
          queries.query(opening + 1, tokens.closing(opening), Optional.of(scope), named);
      return alias(tokens.beyond(opening), to, "", relation);
    }
    read(opening + 1, tokens.closing(opening));
    return tokens.beyond(opening);
  }

  private Relation relation(ColumnReference table) {
    if (table.qualifier().isEmpty()) {
      Relation common = named.get(table.name().toLowerCase(Locale.ROOT));
      if (common != null) {
        return common;
      }
    } else if (!table.qualifier().get(0).equalsIgnoreCase(schema.database())) {
      return Relation.unknown();
    }
    return schema.table(table.name()).map(Relation::of).orElse(Relation.unknown());
  }

  private int alias(int from, int to, String ownName, Relation relation) {
    int i = tokens.isWord(from, to, "AS") ? from + 1 : from;
    if (!tokens.isName(i, to) || tokens.isWord(i, to, NO_ALIAS)) {
      scope.add(ownName, relation);
      return i;
    }
    String name = tokens.get(i).name();
    if (tokens.isOpening(i + 1, to)) {
      scope.add(name, relation.renamed(queries.names(i + 1)));
      return tokens.beyond(i + 1);
    }
    scope.add(name, relation);
    return i + 1;
  }
}
