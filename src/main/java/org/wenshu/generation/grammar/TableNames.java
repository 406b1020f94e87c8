package org.wenshu.generation.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;

/** The tables that a statement of the grammar reads, by the words before them. */
final class TableNames {
  private TableNames() {}

  /** Their names in lower case. */
  static Set<String> in(String sql) {
    Set<String> names = new TreeSet<>();
    List<SqlToken> tokens = MySqlLexer.code(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean announces = tokens.get(i).isWord("FROM") || tokens.get(i).isWord("JOIN");
      if (announces && tokens.get(i + 1).isName()) {
        names.add(tokens.get(i + 1).name().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
