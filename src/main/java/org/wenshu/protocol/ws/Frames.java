package org.wenshu.protocol.ws;

/** The texts of the frames, byte-exact (contract of the text2sql stream, section 3 and 4.4). */
final class Frames {
  static final String RECEIVED = "正在处理查询请求...";
  static final String GENERATING = "正在调用text2sql模型生成SQL语句...";
  static final String DONE = "DONE";
  static final String FINAL_SQL = "最终SQL语句: ";
  static final String EXECUTING = "正在执行SQL查询...";
  static final String ROWS = "SQL查询成功，结果行数: ";
  static final String EXECUTION_FAILED = "SQL查询失败: ";
  static final String REPAIRING = "正在尝试重写SQL语句...";
  static final String REPAIR_TEXT = "模型重写的SQL内容: ";
  static final String REPAIRED_SQL = "重写后的SQL语句: ";
  static final String EXECUTING_REPAIRED = "正在执行重写后的SQL查询...";
  static final String REPAIRED = "重写后的SQL查询成功";
  static final String REPAIR_FAILED = "重写后的SQL查询仍然失败: ";
  static final String NOTHING_GENERATED = "SQL语句生成失败";
  static final String UNEXPECTED = "查询处理过程中发生异常: ";
  static final String FLAG_DONE = "FLAG_DONE";

  static final String UNEXPECTED_IN_RESULT = "查询处理失败: ";
  static final String NOT_JSON = "请求不是有效的JSON";
  static final String NOT_AN_OBJECT = "请求必须是JSON对象";
  static final String UNKNOWN_TYPE = "不支持的消息类型: ";
  static final String EMPTY_QUESTION = "查询内容不能为空";
  static final String LONG_QUESTION = "查询内容过长";
  static final String BUSY = "服务器繁忙，请稍后重试";
  static final String NONE = "无";

  private static final int MAX_ERROR_CHARS = 1000;

  private Frames() {}

  /** An error as frames carry it: one line, at most 1,000 characters. */
  static String error(String message) {
    String line = message.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    if (line.length() <= MAX_ERROR_CHARS) {
      return line;
    }
    boolean splitsPair = Character.isHighSurrogate(line.charAt(MAX_ERROR_CHARS - 1));
    return line.substring(0, splitsPair ? MAX_ERROR_CHARS - 1 : MAX_ERROR_CHARS);
  }
}
