package org.wenshu.explanation;

import java.util.List;
import org.wenshu.question.Language;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;
import org.wenshu.sql.tree.Query;

/** Explains text over one catalogue. */
final class Explaining {
  private static final int DEEP = 200;

  private final SqlExplainer explainer = new SqlExplainer();
  private final SchemaSnapshot catalogue;

  Explaining(SchemaSnapshot catalogue) {
    this.catalogue = catalogue;
  }

  /** The tree of one statement, with or without a semicolon behind it. */
  static Query tree(String sql) {
    List<SqlToken> tokens =
        MySqlLexer.code(sql).stream().filter(t -> t.kind() != SqlToken.Kind.SEMICOLON).toList();
    return ((Parsed.Read) QueryParser.parse(sql, tokens, DEEP)).query();
  }

  Explanation in(Language language, String sql) {
    return explainer.explain(tree(sql), catalogue, language);
  }

  String chinese(String sql) {
    return in(Language.CHINESE, sql).brief();
  }

  String english(String sql) {
    return in(Language.ENGLISH, sql).brief();
  }
}
