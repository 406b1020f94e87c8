package org.wenshu.schema.details;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;

/**
 * The names in a schema that a caller may not know. A name that also belongs to something open is
 * withheld all the same, because a piece of SQL does not always say which is meant. Immutable.
 */
final class WithheldNames {
  private final Set<String> names = new HashSet<>();
  private final String database;
  private final boolean restricted;

  WithheldNames(SchemaSnapshot whole, SchemaSnapshot visible) {
    database = whole.database();
    restricted = !whole.version().equals(visible.version());
    for (Table table : restricted ? whole.tables().values() : List.<Table>of()) {
      Optional<Table> open = visible.table(table.name());
      if (open.isEmpty()) {
        names.add(lower(table.name()));
      } else {
        addColumns(table, open.get());
      }
    }
  }

  private void addColumns(Table table, Table open) {
    for (Column column : table.columns()) {
      if (open.column(column.name()).isEmpty()) {
        names.add(lower(column.name()));
      }
    }
  }

  /** Whether the SQL names something withheld, or for a restricted caller another database. */
  boolean occurIn(String sql) {
    if (!restricted || sql.isEmpty()) {
      return false;
    }
    List<SqlToken> tokens = MySqlLexer.tokens(sql);
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean unreadable = !token.isCode() || token.kind() == SqlToken.Kind.INVALID;
      if (unreadable || (token.isName() && names.contains(lower(token.name())))) {
        return true;
      }
    }
    return namesOtherDatabase(tokens);
  }

  private boolean namesOtherDatabase(List<SqlToken> tokens) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      boolean qualified =
          tokens.get(i).isName()
              && tokens.get(i + 1).isSymbol(".")
              && tokens.get(i + 2).isName()
              && (isTablePlace(tokens, i) || isFollowedBy(tokens, i + 3, "."));
      if (qualified && !tokens.get(i).name().equals(database)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTablePlace(List<SqlToken> tokens, int place) {
    int before = place - 1;
    while (before > 0 && tokens.get(before).isSymbol("(")) {
      before--;
    }
    return tokens.get(before).isWord("FROM") || tokens.get(before).isWord("JOIN");
  }

  private static boolean isFollowedBy(List<SqlToken> tokens, int place, String symbol) {
    return place < tokens.size() && tokens.get(place).isSymbol(symbol);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
