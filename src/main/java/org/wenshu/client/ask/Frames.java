package org.wenshu.client.ask;

/** What the server's frames say, word for word (contract, section 3). */
final class Frames {
  static final String RECEIVED = "正在处理查询请求...";
  static final String GENERATING = "正在调用text2sql模型生成SQL语句...";
  static final String DONE = "DONE";
  static final String FINAL_SQL = "最终SQL语句: ";
  static final String EXECUTING = "正在执行SQL查询...";
  static final String ROWS = "SQL查询成功，结果行数: ";
  static final String EXECUTION_FAILED = "SQL查询失败: ";
  static final String REWRITING = "正在尝试重写SQL语句...";
  static final String REWRITE_WRITTEN = "模型重写的SQL内容: ";
  static final String REWRITTEN_SQL = "重写后的SQL语句: ";
  static final String EXECUTING_REWRITTEN = "正在执行重写后的SQL查询...";
  static final String REWRITTEN_SUCCEEDED = "重写后的SQL查询成功";
  static final String REWRITTEN_FAILED = "重写后的SQL查询仍然失败: ";
  static final String NO_SQL = "SQL语句生成失败";
  static final String FAILED = "查询处理过程中发生异常: ";
  static final String RESULT_FAILED = "查询处理失败: ";
  static final String END = "FLAG_DONE";
  static final String BUSY = "服务器繁忙";

  private Frames() {}
}
