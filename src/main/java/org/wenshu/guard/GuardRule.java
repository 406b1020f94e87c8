package org.wenshu.guard;

import org.wenshu.question.Wording;

/**
 * The rules a statement can break: the names that judgements, logs and audit records use, and what
 * each asks for.
 */
enum GuardRule {
  LENGTH("length", "语句不得过长", "a statement may not be too long"),
  SPELLING("spelling", "必须能按 MySQL 的词法切分", "MySQL must be able to cut it into tokens"),
  INVISIBLE_CHARACTER("invisible-character", "不得含有不可见字符", "invisible characters are not allowed"),
  EXECUTABLE_COMMENT(
      "executable-comment", "不得含有会被执行的注释", "comments that are executed are not allowed"),
  OPTIMIZER_HINT("optimizer-hint", "不得含有优化器提示", "optimizer hints are not allowed"),
  VARIABLE("variable", "不得使用变量", "variables are not allowed"),
  ONE_STATEMENT("one-statement", "只能有一条语句", "only one statement is allowed"),
  READ_ONLY("read-only", "只能是单纯的查询", "only a plain read is allowed"),
  SYNTAX("syntax", "语法必须正确", "the syntax must be right"),
  TABLE("table", "只能读取可见的表", "only tables in sight may be read"),
  COLUMN("column", "只能使用可见的列", "only columns in sight may be used"),
  STAR("star", "请列出列名，不要使用 *", "columns must be named instead of *"),
  MASK("mask", "脱敏的列只能展示", "masked columns may only be shown"),
  FUNCTION("function", "只能调用允许的内置函数", "only listed built-in functions may be called"),
  STRING_LENGTH("string-length", "构造的字符串不得过长", "strings that are built must stay small"),
  REGULAR_EXPRESSION("regular-expression", "正则表达式必须简单", "regular expressions must be simple"),
  RECURSION("recursion", "递归必须有小的常数上限", "a recursion needs a small constant bound"),
  JOIN("join", "表之间必须有关联条件", "joins need a predicate"),
  TABLE_COUNT("table-count", "引用的表不得过多", "too many tables are named"),
  RENDERING("rendering", "重写后的语句必须与判断的一致", "what is written must be what was judged");

  private final String id;
  private final String chineseDemand;
  private final String englishDemand;

  GuardRule(String id, String chinese, String english) {
    this.id = id;
    this.chineseDemand = chinese;
    this.englishDemand = english;
  }

  /** The name outside the guard. */
  String id() {
    return id;
  }

  /** What the rule asks for, under its name, and where the statement fails it. */
  Wording explain(int position) {
    String chinese = "违反规则 " + id + "（" + chineseDemand + "）";
    String english = "against the rule " + id + " (" + englishDemand + ")";
    return position < 0
        ? new Wording(chinese, english)
        : new Wording(
            chinese + "，位于第 " + (position + 1) + " 个字符",
            english + ", at character " + (position + 1));
  }
}
