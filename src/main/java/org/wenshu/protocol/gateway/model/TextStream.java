package org.wenshu.protocol.gateway.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.wenshu.protocol.gateway.service.ServiceCall;

/**
 * Text on its way to a client: piece by piece as it comes when the call streams, else gathered for
 * its end. Confined to the thread that answers.
 */
final class TextStream implements Consumer<String> {
  /** Keeps a frame well below the size that clients refuse, whatever its characters are. */
  private static final int MAX_PIECE_CHARS = 80_000;

  private static final String END = "end_of_stream";

  private final ServiceCall call;
  private final String[] fields;
  private final StringBuilder gathered = new StringBuilder();
  private final ObjectNode tokens = ServiceCall.object();

  /** Text that goes into these fields of the answer. */
  TextStream(ServiceCall call, String... fields) {
    this.call = call;
    this.fields = fields.clone();
  }

  @Override
  public void accept(String piece) {
    if (!call.streams()) {
      gathered.append(piece);
      return;
    }
    int from = 0;
    while (from < piece.length()) {
      int to = Math.min(piece.length(), from + MAX_PIECE_CHARS);
      if (to < piece.length() && Character.isHighSurrogate(piece.charAt(to - 1))) {
        to--;
      }
      call.piece(filled(piece.substring(from, to)).put(END, false));
      from = to;
    }
  }

  /** Clients sum the counts of all frames up: they stand on one, the last. */
  void used(long input, long output) {
    tokens.put("in_token", input).put("out_token", output);
  }

  /** What the model has said that the answer took; empty where it has not. */
  ObjectNode tokens() {
    return tokens;
  }

  /** The end, with everything gathered. */
  void end() {
    end(ServiceCall.object());
  }

  /** The end, with further fields. */
  void end(ObjectNode more) {
    ObjectNode last = filled(gathered.toString()).put(END, true);
    last.setAll(more);
    call.succeed(last);
  }

  private ObjectNode filled(String text) {
    ObjectNode frame = ServiceCall.object();
    for (String field : fields) {
      frame.put(field, text);
    }
    return frame;
  }
}
