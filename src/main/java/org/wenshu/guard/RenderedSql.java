package org.wenshu.guard;

import java.util.Optional;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;
import org.wenshu.sql.tree.TreeWriting;

/**
 * A judged tree written anew, within the bounds of a statement.
 *
 * @param plain without the hint
 * @param hint for the server, empty when there is none
 * @param hintAt where in the text the hint belongs
 */
record RenderedSql(String plain, String hint, int hintAt) {
  static RenderedSql of(Query query, TreeWriting writing, StatementBounds bounds) {
    Query bounded = bounds.rows() > 0 ? limited(query, bounds.rows()) : query;
    QueryWriter.Written written = QueryWriter.writeMarked(bounded, writing);
    String hint =
        bounds.timeout().isZero()
            ? ""
            : "/*+ MAX_EXECUTION_TIME(" + bounds.timeout().toMillis() + ") */ ";
    return new RenderedSql(written.text(), hint, written.afterSelect());
  }

  /** The statement to run. */
  String text() {
    return plain.substring(0, hintAt) + hint + plain.substring(hintAt);
  }

  /** What will run must mean what was judged: cut, parsed and written again it stays the same. */
  boolean readsBackAlike() {
    Parsed parsed = QueryParser.parse(plain, MySqlLexer.code(plain), GuardLimits.DEEPEST);
    return parsed instanceof Parsed.Read read && QueryWriter.write(read.query()).equals(plain);
  }

  private static Query limited(Query query, int rows) {
    Optional<Query.Limit> own = query.limit();
    if (own.isEmpty() && query.body() instanceof Query.Parenthesised inner) {
      boolean bare = query.orderBy().isEmpty() && query.with().tables().isEmpty();
      if (bare) {
        return limited(inner.query(), rows);
      }
    }
    String count = own.map(Query.Limit::count).filter(c -> isLess(c, rows)).orElse("" + rows);
    Query.Limit limit = new Query.Limit(count, own.flatMap(Query.Limit::offset));
    return new Query(query.with(), query.body(), query.orderBy(), Optional.of(limit));
  }

  private static boolean isLess(String count, int rows) {
    return count.length() < 10 && Integer.parseInt(count) < rows;
  }
}
