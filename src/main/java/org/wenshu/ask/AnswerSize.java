package org.wenshu.ask;

import java.util.List;
import org.wenshu.execution.Rows;
import org.wenshu.question.EarlierTurn;

/** Estimates what a kept answer costs of the heap. */
final class AnswerSize {
  private static final int ANSWER = 2000;
  private static final int ROW = 48;
  private static final int CELL = 40;

  private AnswerSize() {}

  static int bytes(AnswerKey key, Answer answer) {
    long bytes = ANSWER + 2L * key.question().length() + 8L * answer.guarded().text().length();
    for (EarlierTurn turn : key.earlier()) {
      bytes +=
          ROW
              * turn.subject()
                  .flatMap(EarlierTurn.Subject::keys)
                  .map(k -> k.values().size())
                  .orElse(1);
    }
    for (List<Object> row : answer.rows().rows()) {
      bytes += ROW;
      for (Object cell : row) {
        bytes += CELL + length(cell);
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  private static long length(Object cell) {
    if (cell instanceof byte[] binary) {
      return binary.length;
    }
    String text = cell instanceof Rows.Json json ? json.text() : cell instanceof String s ? s : "";
    return 2L * text.length();
  }
}
