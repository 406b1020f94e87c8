package org.wenshu.assistant.agent;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.wenshu.ask.Answer;
import org.wenshu.execution.Rows;
import org.wenshu.question.Language;

/** Rows as text for models and people. */
final class RowText {
  private static final int MOST_SHOWN = 20;

  private RowText() {}

  /** The statement and its rows. */
  static String observation(Answer answer) {
    return answer.shownSql() + "\n" + table(answer.rows(), Integer.MAX_VALUE);
  }

  /** The rows as an answer: one value by itself, several as a table. */
  static String answer(Answer answer, Language language) {
    Rows rows = answer.rows();
    if (rows.rows().isEmpty()) {
      return language == Language.CHINESE ? "没有符合条件的数据。" : "There are no such rows.";
    }
    if (rows.rows().size() == 1 && rows.columns().size() == 1) {
      return rows.columns().get(0) + ": " + text(rows.rows().get(0).get(0));
    }
    String table = table(rows, MOST_SHOWN);
    int left = rows.rows().size() - MOST_SHOWN;
    if (left <= 0) {
      return table;
    }
    return table
        + (language == Language.CHINESE ? "\n……另有 " + left + " 行" : "\n… and " + left + " more");
  }

  private static String table(Rows rows, int most) {
    String body =
        rows.rows().stream().limit(most).map(RowText::line).collect(Collectors.joining("\n"));
    return String.join(" | ", rows.columns()) + "\n" + body;
  }

  private static String line(List<Object> row) {
    return row.stream().map(RowText::text).collect(Collectors.joining(" | "));
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal exact) {
      return exact.toPlainString();
    }
    if (value instanceof Rows.TimeOfDay time) {
      return time.text();
    }
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    return value instanceof Rows.Json json ? json.text() : value.toString();
  }
}
