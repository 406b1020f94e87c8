package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Reads server-sent events off a response body as they arrive. Only the data of an event matters to
 * chat streams; names, ids and comments are skipped. Lines may end in CR, LF or both; lines of more
 * than 1 MiB are refused. Confined to the calling thread.
 */
final class EventReader {
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final ModelExchange exchange;
  private final byte[] part = new byte[8_192];
  private int at;
  private int end;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final StringBuilder data = new StringBuilder();
  private boolean afterCarriageReturn;

  EventReader(ModelExchange exchange) {
    this.exchange = exchange;
  }

  /** Waits for the data of the next event; null when the stream has ended. */
  String next() throws IOException {
    while (end >= 0) {
      String event = at < end ? read() : await();
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  /** Waits for more; the data of an event that the end of the stream ends. */
  private String await() throws IOException {
    at = 0;
    end = exchange.read(part);
    if (end >= 0) {
      return null;
    }
    String event = endLine();
    return event == null ? endEvent() : event;
  }

  /** Takes what is here up to the end of a line; the data of the event that this line ends. */
  private String read() {
    if (afterCarriageReturn) {
      afterCarriageReturn = false;
      at += part[at] == '\n' ? 1 : 0;
    }
    int from = at;
    while (at < end && part[at] != '\n' && part[at] != '\r') {
      at++;
    }
    if (line.size() + at - from > MAX_LINE_BYTES) {
      throw ModelFailures.notAStream(null);
    }
    line.write(part, from, at - from);
    if (at == end) {
      return null;
    }
    afterCarriageReturn = part[at++] == '\r';
    return endLine();
  }

  private String endLine() {
    String text = line.toString(UTF_8);
    line.reset();
    if (text.isEmpty()) {
      return endEvent();
    }
    if (text.startsWith("data:")) {
      if (data.length() + text.length() > MAX_LINE_BYTES) {
        throw ModelFailures.notAStream(null);
      }
      data.append(data.isEmpty() ? "" : "\n")
          .append(text, text.startsWith("data: ") ? 6 : 5, text.length());
    }
    return null;
  }

  private String endEvent() {
    if (data.isEmpty()) {
      return null;
    }
    String event = data.toString();
    data.setLength(0);
    return event;
  }
}
