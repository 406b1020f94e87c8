package org.wenshu.sql.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wenshu.sql.MySqlLexer;

class WrittenSqlTest {
  private static boolean isCutAsWritten(String... pieces) {
    WrittenSql written = new WrittenSql();
    for (String piece : pieces) {
      written.append(piece);
    }
    return written.isCutAsWritten(MySqlLexer.tokens(written.text()));
  }

  @Test
  void piecesMayHoldSeveralTokensAndStandSideBySide() {
    assertThat(isCutAsWritten("SELECT ", "COUNT", "(", "*", ")", " FROM ", "`a`", ".", "`b`"))
        .isTrue();
    assertThat(isCutAsWritten("SELECT ", "'it''s' 'x'", ", ", "1")).isTrue();
  }

  @Test
  void noPieceMayRunOnIntoTheNext() {
    assertThat(isCutAsWritten("SELECT ", "'a", ", b", "'")).isFalse();
    assertThat(isCutAsWritten("SELECT ", "1", "2")).isFalse();
    assertThat(isCutAsWritten("SELECT ", "a", "b")).isFalse();
    assertThat(isCutAsWritten("SELECT ", "-", "- 1")).isFalse();
    assertThat(isCutAsWritten("SELECT ", "'a'", "'b'")).isFalse();
    assertThat(isCutAsWritten("SELECT ", "`a", " FROM `b`")).isFalse();
  }

  @Test
  void hintsBelongBehindTheFirstSelectThatIsMarked() {
    WrittenSql written = new WrittenSql();
    written.append("SELECT ").markSelect();
    written.append("1 UNION SELECT ").markSelect();
    assertThat(written.afterSelect()).isEqualTo("SELECT ".length());
  }
}
