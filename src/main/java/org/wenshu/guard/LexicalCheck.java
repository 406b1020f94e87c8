package org.wenshu.guard;

import java.util.List;
import java.util.Set;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;

/**
 * Refuses what must not reach a parser: more than one statement, and every token whose meaning
 * depends on the server or on the session.
 */
final class LexicalCheck {
  private static final Set<Integer> INVISIBLE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SPACE_SEPARATOR,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.PRIVATE_USE,
          (int) Character.UNASSIGNED);

  private LexicalCheck() {}

  /** The tokens of the only statement, without the semicolon that may end it. */
  static List<SqlToken> statement(List<SqlToken> code, Findings findings) {
    code.forEach(token -> check(token, findings));
    List<SqlToken> statement = withoutLastSemicolon(code);
    statement.stream()
        .filter(t -> t.kind() == Kind.SEMICOLON)
        .findFirst()
        .ifPresent(t -> findings.refuse(GuardRule.ONE_STATEMENT, t.start()));
    if (statement.isEmpty() || !startsRead(statement.get(0))) {
      findings.refuse(GuardRule.READ_ONLY, statement.isEmpty() ? 0 : statement.get(0).start());
    }
    return statement;
  }

  private static void check(SqlToken token, Findings findings) {
    switch (token.kind()) {
      case INVALID -> findings.refuse(GuardRule.SPELLING, token.start());
      case EXECUTABLE_COMMENT -> findings.refuse(GuardRule.EXECUTABLE_COMMENT, token.start());
      case HINT -> findings.refuse(GuardRule.OPTIMIZER_HINT, token.start());
      case VARIABLE -> findings.refuse(GuardRule.VARIABLE, token.start());
      case WORD -> checkWord(token, findings);
      default -> {}
    }
  }

  /** To the server they are letters, to a reader they are nothing or a space. */
  private static void checkWord(SqlToken token, Findings findings) {
    String word = token.text();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80 && INVISIBLE.contains(Character.getType(word.charAt(i)))) {
        findings.refuse(GuardRule.INVISIBLE_CHARACTER, token.start() + i);
      }
    }
  }

  private static List<SqlToken> withoutLastSemicolon(List<SqlToken> code) {
    int last = code.size() - 1;
    boolean ended = last >= 0 && code.get(last).kind() == Kind.SEMICOLON;
    return ended ? code.subList(0, last) : code;
  }

  private static boolean startsRead(SqlToken token) {
    return token.isWord("SELECT") || token.isWord("WITH") || token.isSymbol("(");
  }
}
