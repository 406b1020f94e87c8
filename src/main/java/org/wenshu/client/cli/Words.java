package org.wenshu.client.cli;

import java.util.Locale;

/** What is said to people, in Chinese and in English. */
enum Words {
  UNKNOWN_COMMAND("没有“%s”这个命令，--help 列出所有命令。", "There is no command '%s'; --help lists them."),
  UNKNOWN_OPTION("没有“%s”这个选项，--help 列出所有选项。", "There is no option '%s'; --help lists them."),
  OPTION_NEEDS_VALUE("选项“%s”缺少值。", "The option '%s' needs a value."),
  BAD_VALUE("“%s”不能用作 %s。", "'%s' cannot be used for %s."),
  MISSING("命令“%s”缺少 %s。", "The command '%s' needs %s."),
  TOO_MANY("“%s”是多余的。", "'%s' is too much."),
  NO_CONNECTION("连接不上 %s：%s", "No connection to %s: %s"),
  LOST("连接中断：%s", "The connection was lost: %s"),
  NO_ACCESS("服务器拒绝访问（%d），请检查 --token。", "The server refuses access (%d); check --token."),
  NOT_THERE("服务器上没有这个地址（404），请检查 --url 和 --flow。", "Nothing there (404); check --url and --flow."),
  TOO_LATE("服务器没有及时回答：%s", "The server did not answer in time: %s"),
  SERVER_SAYS("服务器回答：%s", "The server says: %s"),
  WRONG_FORM("服务器的回答不合协议：%s", "The server's answer makes no sense: %s"),
  FAILED("出错了：%s", "Failed: %s"),
  NO_FILE("无法读写文件 %s：%s", "Cannot read or write %s: %s"),
  BAD_LINE("%s 第 %d 行不是三元组：%s", "%s, line %d, is no triple: %s"),
  IMPORTED("已存 %s 条", "%s stored"),
  SENT("已发 %s 条", "%s sent"),
  NOT_STORED("，%s 条未存", ", %s not stored"),
  EXPORTED("已导出 %s 条", "%s exported"),
  BYTES_SENT("已存 %s 字节", "%s bytes stored"),
  BYTES_WRITTEN("已导出 %s 字节", "%s bytes exported"),
  ITEM_FAILED("第 %d 条：%s", "Item %d: %s"),
  ROWS("共 %s 行", "%s rows"),
  CUT("（只显示一部分）", " (more were left out)"),
  REWRITTEN("第一条语句失败，已改写。", "The first statement failed and was rewritten."),
  COLUMN("列", "Column"),
  TYPE("类型", "Type"),
  KEY("键", "Key"),
  COMMENT("说明", "Comment"),
  TABLE("表", "Table"),
  ROW_COUNT("行数", "Rows");

  private final String chinese;
  private final String english;

  Words(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** The sentence with what belongs into it; English for English, else Chinese. */
  String in(Locale locale, Object... values) {
    boolean isEnglish = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return String.format(Locale.ROOT, isEnglish ? english : chinese, values);
  }
}
