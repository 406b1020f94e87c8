package org.wenshu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** A model in the server's own process that says the same in 40 pieces, without waiting. */
final class StubModel implements ChatModel {
  private static final int PIECES = 40;

  private final List<String> pieces;

  StubModel(String sql) {
    this.pieces = pieces(sql);
  }

  /** Prose, one word a piece, then the statement in a block of its own. */
  static List<String> pieces(String sql) {
    List<String> pieces = new ArrayList<>();
    for (int i = 1; i < PIECES - 2; i++) {
      pieces.add("word" + i + " ");
    }
    pieces.add("\n```sql\n");
    pieces.add(sql);
    pieces.add("\n```");
    return pieces;
  }

  @Override
  public String answer(
      String system,
      String user,
      Consumer<String> listener,
      Deadline deadline,
      Cancellation cancellation) {
    StringBuilder text = new StringBuilder();
    for (String piece : pieces) {
      text.append(piece);
      listener.accept(piece);
    }
    return text.toString();
  }
}
