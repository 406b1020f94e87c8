package org.wenshu.sql.tree;

import java.util.Arrays;
import java.util.List;
import org.wenshu.sql.SqlToken;

/**
 * SQL while it is written, piece by piece, and then as a whole. A piece is a keyword, a name, a
 * literal, or what stands between them. Confined to one thread while it is written.
 */
public final class WrittenSql {
  private static final int USUAL_LENGTH = 256;
  private static final int USUAL_PIECES = 128;

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
  private int[] starts = new int[USUAL_PIECES];
  private int pieces;
  private int afterSelect = -1;

  WrittenSql append(String piece) {
    start();
    text.append(piece);
    return this;
  }

  WrittenSql append(char piece) {
    start();
    text.append(piece);
    return this;
  }

  private void start() {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
    }
    starts[pieces] = text.length();
    pieces++;
  }

  /** Only the first time counts: what has just been written is the statement's own SELECT. */
  void markSelect() {
    if (afterSelect < 0) {
      afterSelect = text.length();
    }
  }

  /** The whole text. */
  public String text() {
    return text.toString();
  }

  /**
   * The end of the first SELECT keyword that is not inside WITH: hints for the whole statement
   * belong there.
   */
  public int afterSelect() {
    return afterSelect;
  }

  /**
   * Whether every piece is cut by itself: none runs on into the next, as a string without end
   * would.
   *
   * @param tokens what the text is cut into, in order
   */
  public boolean isCutAsWritten(List<SqlToken> tokens) {
    int piece = 0;
    for (SqlToken token : tokens) {
      while (piece < pieces && starts[piece] <= token.start()) {
        piece++;
      }
      if (piece < pieces && starts[piece] < token.end()) {
        return false;
      }
    }
    return true;
  }
}
