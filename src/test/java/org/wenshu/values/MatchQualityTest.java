package org.wenshu.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchQualityTest {
  @ParameterizedTest
  @CsvSource({
    "大数据事业部, 大数据事业部, exact",
    "ＡＢＣ　部, abc 部, exact",
    "' 部门 ', 部门, exact",
    "智能云网, 智能云网事业部, prefix",
    "数, 数据, prefix",
    "数据, 大数据事业部, substring",
    "据, 大数据事业部, substring",
    "大数据部, 大数据事业部, subsequence",
    "数大部, 大数据事业部, counted-inclusion",
    "部部大大, 大数据事业部, inclusion",
    "大大, 大数据, ",
    "大x, 大数据事业部, ",
    "大数据事业部门, 大数据事业部, ",
    "'', 大数据, ",
    "😀b, a😀cb, subsequence",
  })
  void ranksAbbreviations(String literal, String value, String rule) {
    assertThat(
            MatchQuality.of(FoldedText.of(literal), FoldedText.of(value)).map(MatchQuality::rule))
        .isEqualTo(Optional.ofNullable(rule));
  }
}
