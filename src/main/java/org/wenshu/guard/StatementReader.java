package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;
import org.wenshu.sql.tree.Query;

/** Cuts and parses a text that should be one plain read. */
final class StatementReader {
  private static final Set<String> NO_READ =
      Set.of(
          "INTO",
          "FOR",
          "LOCK",
          "PROCEDURE",
          "INSERT",
          "UPDATE",
          "DELETE",
          "REPLACE",
          "TABLE",
          "VALUES",
          "CALL",
          "DROP",
          "RETURNING",
          "OUTFILE",
          "DUMPFILE");

  private StatementReader() {}

  /** The only statement of the text; empty when the findings refuse it. */
  static Optional<Query> read(String text, GuardLimits limits, Findings findings) {
    if (text.length() > limits.maxCharacters()) {
      findings.refuse(GuardRule.LENGTH, limits.maxCharacters());
      return Optional.empty();
    }
    List<SqlToken> statement = LexicalCheck.statement(MySqlLexer.code(text), findings);
    if (findings.refusal().isPresent()) {
      return Optional.empty();
    }
    Parsed parsed = QueryParser.parse(text, statement, limits.maxNesting());
    if (parsed instanceof Parsed.Read read) {
      return Optional.of(read.query());
    }
    refuseUnreadable(text, statement, ((Parsed.Unreadable) parsed).tokenIndex(), findings);
    return Optional.empty();
  }

  /** A read with a slip of the pen can be repaired; what starts to do something else cannot. */
  private static void refuseUnreadable(
      String text, List<SqlToken> statement, int index, Findings findings) {
    if (index >= statement.size()) {
      findings.refuse(GuardRule.SYNTAX, text.length(), Wordings.syntax(""));
      return;
    }
    SqlToken token = statement.get(index);
    if (NO_READ.stream().anyMatch(token::isWord)) {
      findings.refuse(GuardRule.READ_ONLY, token.start());
    } else if (token.isSymbol("(") && index > 0 && statement.get(index - 1).isName()) {
      // A call of a quoted or qualified name: a stored function, or a built-in in disguise.
      findings.refuse(GuardRule.FUNCTION, statement.get(index - 1).start());
    } else {
      String rest = text.substring(token.start());
      findings.refuse(GuardRule.SYNTAX, token.start(), Wordings.syntax(rest));
    }
  }
}
