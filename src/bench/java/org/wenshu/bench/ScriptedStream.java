package org.wenshu.bench;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;

/** A model in this JVM that streams 40 pieces at once and notes when it sent the first. */
final class ScriptedStream implements AutoCloseable {
  private static final int PIECES = 40;

  private final ScriptedModelServer server = ScriptedModelServer.start();
  private volatile long firstSentAt;

  ScriptedStream(String sql) {
    List<String> pieces = pieces(sql);
    ModelScript script =
        call -> {
          call.begin();
          firstSentAt = System.nanoTime();
          for (String piece : pieces) {
            call.piece(piece);
          }
          call.end();
        };
    server.otherwise(script);
  }

  /** Prose, one word a piece, then the statement in a block of its own. */
  private static List<String> pieces(String sql) {
    List<String> pieces = new ArrayList<>();
    for (int i = 1; i < PIECES - 2; i++) {
      pieces.add("word" + i + " ");
    }
    pieces.add("\n```sql\n");
    pieces.add(sql);
    pieces.add("\n```");
    return pieces;
  }

  String baseUrl() {
    return server.baseUrl().toString();
  }

  /** When the first piece of the last answer was written, on this JVM's clock. */
  long firstSentAt() {
    return firstSentAt;
  }

  @Override
  public void close() {
    server.close();
  }
}
