package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.Table;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.tree.Query;

/**
 * A view whose own query takes its place, because it reads tables of which something is withheld.
 *
 * @param query with what takes the place of those tables
 * @param masked its columns that may be shown but not used, in lower case
 */
record OpenedView(Query query, Set<String> masked) {
  /**
   * Opens a view; empty when nothing behind it is withheld.
   *
   * @throws WithheldException when its query is unknown or reads what does not exist for the caller
   */
  static Optional<OpenedView> open(Table view, Tables tables, GuardLimits limits) {
    if (view.definition().isEmpty()) {
      throw new WithheldException(
          "its query is unknown, and something is withheld from callers; grant SHOW VIEW to the"
              + " account, or trust the view");
    }
    String text = withoutDatabase(view.definition(), tables.database());
    AnalysedQuery analysed = AnalysedQuery.of(text, tables, limits);
    if (!analysed.replacesTables()) {
      return Optional.empty();
    }
    Shape shape = analysed.shape().named(view.columns().stream().map(c -> c.name()).toList());
    return Optional.of(
        new OpenedView(analysed.rewritten(), PermittedTable.lowerCase(shape.maskedNames())));
  }

  /** The server names each column with its database, which what replaces a table does not have. */
  private static String withoutDatabase(String text, String database) {
    List<SqlToken> tokens = MySqlLexer.code(text);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 4 < tokens.size(); i++) {
      if (qualifies(tokens, i, database)) {
        result.append(text, copied, tokens.get(i).start());
        copied = tokens.get(i + 2).start();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static boolean qualifies(List<SqlToken> tokens, int at, String database) {
    return tokens.get(at).isName()
        && tokens.get(at).name().equals(database)
        && tokens.get(at + 1).isSymbol(".")
        && tokens.get(at + 2).isName()
        && tokens.get(at + 3).isSymbol(".");
  }
}
