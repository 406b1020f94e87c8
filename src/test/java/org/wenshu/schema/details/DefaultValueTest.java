package org.wenshu.schema.details;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultValueTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          'active' | active | false
          'it''s' | it's | false
          'a\\\\b' | a\\b | false
          '' | ~~ | false
          'NULL' | NULL | false
          NULL | ~~ | false
          0 | 0 | false
          -1.50 | -1.50 | false
          current_timestamp() | current_timestamp() | true
          (`a` + 1) | (`a` + 1) | true
          """)
  void readsWhatMariaDbWrites(String stored, String text, boolean expression) {
    assertThat(DefaultValue.of(stored, "", true)).isEqualTo(new DefaultValue(text, expression));
  }

  @ParameterizedTest
  @CsvSource({
    "active, '', active, false",
    "'''x''', '', '''x''', false",
    "NULL, '', NULL, false",
    "CURRENT_TIMESTAMP, DEFAULT_GENERATED, CURRENT_TIMESTAMP, true",
    "0, auto_increment, 0, false"
  })
  void readsWhatMySqlWrites(String stored, String extra, String text, boolean expression) {
    assertThat(DefaultValue.of(stored, extra, false)).isEqualTo(new DefaultValue(text, expression));
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertThat(DefaultValue.of(null, "", true)).isEqualTo(new DefaultValue("", false));
    assertThat(DefaultValue.of(null, "", false)).isEqualTo(new DefaultValue("", false));
  }
}
