package org.wenshu.generation.grammar.followup;

import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.question.Wording;
import org.wenshu.schema.Table;

/** What follow-ups say to people. */
final class Messages {
  private Messages() {}

  static Wording nothingBefore() {
    return new Wording(
        "这句话要接着前面的问题才能理解，但前面没有可以承接的问题。请把问题说完整。",
        "This can only be understood after an earlier question, and there is none to go on from."
            + " Please ask in full.");
  }

  static Wording notSpokenOf(String words) {
    return new Wording(
        "不清楚“" + words + "”指的是什么：之前的回答里没有可以对应的内容。请说出具体名称。",
        "It is not clear what \""
            + words
            + "\" refers to: no earlier answer was about that."
            + " Please name it.");
  }

  /** Which rows were taken, where that is not plain to see. */
  static Wording taken(Fact.Shown shown) {
    Table table = shown.key().table();
    if (!shown.statement().isEmpty()) {
      return new Wording(
          "指代按之前的回答理解：其中的全部 " + table.name() + " 记录",
          "Read as referring to all rows of " + table.name() + " of the earlier answer");
    }
    return shown.values().isEmpty()
        ? new Wording("所指的之前的回答没有记录", "The earlier answer referred to had no rows")
        : new Wording(
            "指代按之前的回答理解：其中的 " + shown.values().size() + " 条 " + table.name() + " 记录",
            "Read as referring to the %d rows of %s of the earlier answer"
                .formatted(shown.values().size(), table.name()));
  }
}
