package org.wenshu.protocol.rag.method;

import java.util.Locale;
import org.wenshu.question.Wording;

/** What a call is waiting for: told in progress and when its time is over. */
public enum Stage {
  WAITING(0.05, "正在排队", "Waiting for its turn"),
  SCHEMA(0.15, "正在分析问题", "Reading the question"),
  LLM(0.4, "正在生成 SQL", "Writing SQL"),
  DATABASE_QUERY(0.7, "正在执行查询", "Running the query"),
  REPAIR(0.8, "正在修正 SQL", "Repairing the SQL");

  private final double progress;
  private final String chinese;
  private final String english;

  Stage(double progress, String chinese, String english) {
    this.progress = progress;
    this.chinese = chinese;
    this.english = english;
  }

  /** About how much is done, 0 to 1. */
  double progress() {
    return progress;
  }

  /** What people are told. */
  Wording wording() {
    return new Wording(chinese, english);
  }

  /** Its name on the wire. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
