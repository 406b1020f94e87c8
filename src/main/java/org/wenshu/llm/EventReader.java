package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.wenshu.question.Deadline;

/**
 * Reads server-sent events off a response body as they arrive. Only the data of an event matters to
 * chat streams; names, ids and comments are skipped. Lines may end in CR, LF or both; lines of more
 * than 1 MiB are refused. Confined to the calling thread.
 */
final class EventReader {
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final ResponseBody body;
  private final Queue<String> ready = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final StringBuilder data = new StringBuilder();
  private boolean afterCarriageReturn;
  private boolean ended;

  EventReader(ResponseBody body) {
    this.body = body;
  }

  /** Waits for the data of the next event; null when the stream has ended. */
  String next(Deadline deadline) throws IOException, InterruptedException {
    while (ready.isEmpty() && !ended) {
      List<ByteBuffer> part = body.next(deadline);
      if (part == null) {
        ended = true;
        endLine();
        endEvent();
      } else {
        part.forEach(this::read);
      }
    }
    return ready.poll();
  }

  private void read(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      byte b = buffer.get();
      if (b == '\n' && afterCarriageReturn) {
        afterCarriageReturn = false;
      } else if (b == '\n' || b == '\r') {
        afterCarriageReturn = b == '\r';
        endLine();
      } else {
        afterCarriageReturn = false;
        append(b);
      }
    }
  }

  private void append(byte b) {
    if (line.size() == MAX_LINE_BYTES) {
      throw ModelFailures.notAStream(null);
    }
    line.write(b);
  }

  private void endLine() {
    String text = line.toString(UTF_8);
    line.reset();
    if (text.isEmpty()) {
      endEvent();
    } else if (text.startsWith("data:")) {
      data.append(data.isEmpty() ? "" : "\n")
          .append(text, text.startsWith("data: ") ? 6 : 5, text.length());
    }
  }

  private void endEvent() {
    if (!data.isEmpty()) {
      ready.add(data.toString());
      data.setLength(0);
    }
  }
}
