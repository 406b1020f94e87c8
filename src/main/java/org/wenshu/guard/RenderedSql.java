package org.wenshu.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;
import org.wenshu.sql.tree.TreeWriting;
import org.wenshu.sql.tree.WrittenSql;

/**
 * A judged tree written anew, within the bounds of a statement.
 *
 * @param written without the hint
 * @param hint for the server, empty when there is none
 */
record RenderedSql(WrittenSql written, String hint) {
  private static final Set<Kind> WRITTEN =
      EnumSet.of(
          Kind.WORD,
          Kind.QUOTED_IDENTIFIER,
          Kind.INTRODUCER,
          Kind.STRING,
          Kind.NATIONAL_STRING,
          Kind.NUMBER,
          Kind.HEX,
          Kind.BIT,
          Kind.OPERATOR,
          Kind.PUNCTUATION,
          Kind.LEFT_PARENTHESIS,
          Kind.RIGHT_PARENTHESIS);

  static RenderedSql of(Query bounded, TreeWriting writing, StatementBounds bounds) {
    String hint =
        bounds.timeout().isZero()
            ? ""
            : "/*+ MAX_EXECUTION_TIME(" + bounds.timeout().toMillis() + ") */ ";
    return new RenderedSql(QueryWriter.pieces(bounded, writing), hint);
  }

  /** The statement to run. */
  String text() {
    StringBuilder text = new StringBuilder(written.text());
    return text.insert(written.afterSelect(), hint).toString();
  }

  /** What will run must mean what was judged: the server cuts it just where it was put together. */
  boolean isCutAsWritten() {
    List<SqlToken> tokens = MySqlLexer.tokens(written.text());
    return tokens.stream().allMatch(t -> WRITTEN.contains(t.kind()))
        && written.isCutAsWritten(tokens);
  }
}
