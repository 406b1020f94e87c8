package org.wenshu.explanation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.QueryWriter;

/** SQL as people write it: names stand in backticks only where they must. */
final class SqlText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  /** Names that a reader would take for something else. */
  private static final Set<String> CONFUSING =
      Set.of(
          "select", "from", "where", "group", "order", "by", "having", "limit", "join", "on", "as",
          "and", "or", "not", "in", "is", "null", "like", "between", "case", "when", "then", "else",
          "end", "key", "desc", "asc", "union", "with", "set", "table", "values", "true", "false");

  private SqlText() {}

  static String of(Expression expression) {
    return unquoted(QueryWriter.write(expression));
  }

  private static String unquoted(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    int copied = 0;
    for (SqlToken token : MySqlLexer.code(sql)) {
      if (token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER && isPlain(token.name())) {
        text.append(sql, copied, token.start()).append(token.name());
        copied = token.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  private static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches() && !CONFUSING.contains(name.toLowerCase(Locale.ROOT));
  }
}
