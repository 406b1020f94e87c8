package org.wenshu.bench;

import java.util.List;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;

/** A model in this JVM that streams 40 pieces at once and notes when it sent the first. */
final class ScriptedStream implements AutoCloseable {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private volatile long firstSentAt;

  ScriptedStream(String sql) {
    List<String> pieces = StubModel.pieces(sql);
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
