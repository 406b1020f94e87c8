package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class DatabaseMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Unknown column 'HOURS' in 'field list' | Unknown column 'HOURS' in 'field list'",
        "SELECT command denied to user 'ro'@'10.0.0.7' for table `a`.`b`"
            + " | SELECT command denied for table `a`.`b`",
        "Access denied for user 'ro'@'%' to database 'x' | Access denied to database 'x'",
        "Failed at jdbc:mysql://db.example:3306/x?user=u&password=p now | Failed at … now",
        "Can't create file '/var/lib/mysql/tmp/#sql-1.frm' (Errcode: 28) |"
            + " Can't create file '…' (Errcode: 28)",
        "Incorrect key file for table './db/t.MYI'; repair | Incorrect key file for table '…';"
            + " repair",
        "near 'SELECT a/b' at line 1 | near 'SELECT a/b' at line 1",
      })
  void keepsWhatHelpsAndDropsWhatTellsOfTheServer(String message, String clean) {
    assertThat(DatabaseMessage.clean(message)).isEqualTo(clean);
  }

  @Test
  void isOneLineWithoutTrace() {
    assertThat(
            DatabaseMessage.clean("Bad\r\n\tthing \u0000here\n  at a.b.C(D.java:1)\n  at x.Y(Z)"))
        .isEqualTo("Bad thing here");
  }

  @Test
  void endsAtAThousandCharactersWithoutHalfACharacter() {
    assertThat(DatabaseMessage.clean("a".repeat(999) + "😀😀")).isEqualTo("a".repeat(999));
    assertThat(DatabaseMessage.clean("错".repeat(2000))).hasSize(1000);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void alwaysSaysSomething(String message) {
    assertThat(DatabaseMessage.clean(message)).isEqualTo("unknown database error");
  }
}
