package org.wenshu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences for statements that answer the gold questions, written down and read over. */
class BriefsTest {
  private static final int AT_LEAST = 90;
  private static final Pattern RECORD =
      Pattern.compile("^sql: (.*)\nzh: (.*)\nen: (.*)$", Pattern.MULTILINE);

  private final Explaining explaining = new Explaining(TestingCatalogue.demo());

  record Expected(String sql, String chinese, String english) {
    @Override
    public String toString() {
      return sql;
    }
  }

  static List<Expected> expected() throws IOException {
    List<Expected> expected = new ArrayList<>();
    try (InputStream in = BriefsTest.class.getResourceAsStream("/explanation/briefs.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      RECORD.matcher(text).results().map(BriefsTest::expected).forEach(expected::add);
    }
    return expected;
  }

  private static Expected expected(MatchResult found) {
    return new Expected(found.group(1), found.group(2), found.group(3));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void saysWhatTheStatementYields(Expected expected) {
    assertThat(explaining.chinese(expected.sql())).isEqualTo(expected.chinese());
    assertThat(explaining.english(expected.sql())).isEqualTo(expected.english());
  }

  @Test
  void manyStatementsAreWrittenDown() throws IOException {
    assertThat(expected()).hasSizeGreaterThan(AT_LEAST);
  }
}
