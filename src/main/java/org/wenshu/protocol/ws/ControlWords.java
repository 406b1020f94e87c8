package org.wenshu.protocol.ws;

import java.util.List;

/**
 * Words by which clients tell control messages from text (contract of the text2sql stream, sections
 * 5.6 c to e and 6.9).
 */
final class ControlWords {
  /** Beyond the contract's list: what older clients take for the last frame. */
  private static final List<String> IN_CHUNKS =
      List.of(
          "正在处理查询请求",
          "正在调用text2sql模型",
          "正在执行SQL查询",
          "最终SQL语句",
          "查询成功",
          "查询失败",
          "查询仍然失败",
          "SQL语句生成失败",
          "异常",
          "query_result");

  private static final List<String> IN_JSON =
      List.of("最终SQL语句:", "正在执行SQL查询", "正在处理查询请求", "正在调用text2sql模型", "查询失败", "异常");

  private static final int CUT = 2;

  private ControlWords() {}

  /** Adds the text to the frames, cut inside every control word. The text is not blank. */
  static void split(String text, List<String> frames) {
    WordScan scan = new WordScan(text, IN_CHUNKS);
    int start = 0;
    for (int at = scan.next(0); at >= 0; at = scan.next(start)) {
      splitTerminator(text.substring(start, at + 1), frames);
      start = at + 1;
    }
    splitTerminator(text.substring(start), frames);
  }

  /** Whether clients that trim would take it for the end of generation or of the answer. */
  static boolean isTerminator(CharSequence text) {
    int start = Blanks.leading(text);
    int end = Blanks.lengthWithoutTrailing(text);
    if (end - start != Frames.DONE.length() && end - start != Frames.FLAG_DONE.length()) {
      return false;
    }
    CharSequence word = text.subSequence(start, end);
    return Frames.DONE.contentEquals(word) || Frames.FLAG_DONE.contentEquals(word);
  }

  /** Writes the first character of every control word as an escape; the value stays the same. */
  static String escapeInJson(String json) {
    WordScan scan = new WordScan(json, IN_JSON);
    int at = scan.next(0);
    if (at < 0) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int start = 0;
    for (; at >= 0; at = scan.next(start)) {
      escaped.append(json, start, at).append(String.format("\\u%04x", (int) json.charAt(at)));
      start = at + 1;
    }
    return escaped.append(json, start, json.length()).toString();
  }

  private static void splitTerminator(String text, List<String> frames) {
    if (isTerminator(text)) {
      int cut = Blanks.leading(text) + CUT;
      frames.add(text.substring(0, cut));
      frames.add(text.substring(cut));
    } else {
      frames.add(text);
    }
  }
}
