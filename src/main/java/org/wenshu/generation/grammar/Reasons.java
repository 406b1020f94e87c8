package org.wenshu.generation.grammar;

import java.util.List;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/** What the grammar says to people. */
final class Reasons {
  private Reasons() {}

  static String understood(Language language) {
    return language == Language.CHINESE
        ? "按语法理解，查询语句如下："
        : "Read by the grammar, the statement is:";
  }

  static Wording unexplained(List<String> words) {
    return new Wording(
        "无法理解这些词：" + String.join("、", words) + "。请换一种说法，或使用数据库中的表名和字段名。",
        "These words could not be understood: "
            + String.join(", ", words)
            + ". Please rephrase, or use the names of tables and columns.");
  }

  static Wording notOpen() {
    return new Wording(
        "问题涉及的数据不存在，或您无权查看。",
        "The question is about data that does not exist or that you may not see.");
  }

  static Wording noOtherReading() {
    return new Wording("没有其他理解方式。", "There is no other reading of the question.");
  }
}
