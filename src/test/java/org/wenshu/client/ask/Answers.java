package org.wenshu.client.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of answers as a server sends them. */
final class Answers {
  private Answers() {}

  static List<String> success(String question, String... pieces) {
    List<String> frames = new ArrayList<>(List.of(Frames.RECEIVED, Frames.GENERATING));
    frames.addAll(Arrays.asList(pieces));
    String sql = String.join("", pieces);
    frames.addAll(
        List.of(
            "DONE",
            "最终SQL语句: " + sql,
            "正在执行SQL查询...",
            "SQL查询成功，结果行数: 1",
            "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\""
                + question
                + "\",\"sql\":\""
                + sql
                + "\",\"result\":[{\"n\":1,\"d\":1.10,\"空\":null}],\"row_count\":1,"
                + "\"timestamp\":\"2026-01-01T00:00:00.000000\",\"new_member\":7}",
            "FLAG_DONE"));
    return frames;
  }

  static List<String> rewritten() {
    return List.of(
        Frames.RECEIVED,
        Frames.GENERATING,
        "SELECT a",
        "DONE",
        "最终SQL语句: SELECT a",
        "正在执行SQL查询...",
        "SQL查询失败: Unknown column 'a'",
        "正在尝试重写SQL语句...",
        "模型重写的SQL内容: ```sql\nSELECT b\n```",
        "重写后的SQL语句: SELECT b",
        "正在执行重写后的SQL查询...",
        "重写后的SQL查询成功",
        "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\"q\",\"sql\":\"SELECT b\","
            + "\"result\":[],\"row_count\":0,\"timestamp\":\"t\",\"rewritten\":true,"
            + "\"original_sql\":\"SELECT a\"}",
        "FLAG_DONE");
  }

  static List<String> without(String last, String error) {
    return List.of(
        Frames.RECEIVED, Frames.GENERATING, "?", "DONE", last, error(error), "FLAG_DONE");
  }

  static String error(String message) {
    return "{\"type\":\"query_result\",\"status\":\"error\",\"query\":null,\"error\":\""
        + message
        + "\",\"timestamp\":\"2026-01-01T00:00:00.000000\"}";
  }
}
