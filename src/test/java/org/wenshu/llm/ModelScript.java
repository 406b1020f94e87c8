package org.wenshu.llm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the scripted model behaves towards one call. Played once per call, on a thread of its own.
 */
@FunctionalInterface
public interface ModelScript {
  /** Answers the call, or fails to in the way the script is about. */
  void play(ModelCall call) throws IOException, InterruptedException;

  /** Streams these pieces, one event each, and ends as models do. */
  static ModelScript pieces(String... pieces) {
    List<String> all = List.of(pieces);
    return call -> {
      call.begin();
      for (String piece : all) {
        call.piece(piece);
      }
      call.end();
    };
  }

  /** Streams the text in pieces of four characters, never splitting a surrogate pair. */
  static ModelScript text(String text) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 4);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to++;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces(pieces.toArray(String[]::new));
  }

  /** Streams a sentence and the statement in a fenced block. */
  static ModelScript sql(String sql) {
    return text("查询语句如下：\n```sql\n" + sql + "\n```");
  }

  /** Streams the first piece at once, the others only after the gate was opened. */
  static ModelScript gated(Gate gate, String first, String... others) {
    List<String> rest = List.of(others);
    return call -> {
      call.begin();
      call.piece(first);
      gate.await();
      for (String piece : rest) {
        call.piece(piece);
      }
      call.end();
    };
  }

  /** Streams the pieces with a pause before each. */
  static ModelScript slow(Duration pause, String... pieces) {
    List<String> all = List.of(pieces);
    return call -> {
      call.begin();
      for (String piece : all) {
        Thread.sleep(pause.toMillis());
        call.piece(piece);
      }
      call.end();
    };
  }

  /** Streams the pieces, then drops the connection in the middle of the answer. */
  static ModelScript cutAfter(String... pieces) {
    List<String> all = List.of(pieces);
    return call -> {
      call.begin();
      for (String piece : all) {
        call.piece(piece);
      }
      call.cut();
    };
  }

  /** Answers with that HTTP status and an error body like a provider's. */
  static ModelScript status(int status) {
    String body = "{\"error\":{\"message\":\"scripted failure\",\"type\":\"scripted\"}}";
    return call -> call.answer(status, "application/json", body);
  }

  /** Answers 200 with a web page, as a captive portal or a wrong address does. */
  static ModelScript webPage() {
    return call -> call.answer(200, "text/html", "<html><body>Welcome!</body></html>");
  }

  /** Takes the request and never answers it; ends when the caller leaves. */
  static ModelScript hang() {
    return call -> call.awaitCallerLeft(Duration.ofMinutes(2));
  }

  /** Streams the pieces and then neither goes on nor ends; over when the caller leaves. */
  static ModelScript hangAfter(String... pieces) {
    List<String> all = List.of(pieces);
    return call -> {
      call.begin();
      for (String piece : all) {
        call.piece(piece);
      }
      call.awaitCallerLeft(Duration.ofMinutes(2));
    };
  }
}
