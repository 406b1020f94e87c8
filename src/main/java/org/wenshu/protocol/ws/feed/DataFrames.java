package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.feed.Book;
import org.wenshu.feed.Channel;
import org.wenshu.feed.Level;
import org.wenshu.feed.Update;

/**
 * Writes data frames (contract, sections 5.1 and 5.2). What all subscribers get alike is written
 * once for an update; what differs, their ids, goes before it. Thread-safe.
 */
final class DataFrames {
  private static final JsonStringEncoder STRINGS = JsonStringEncoder.getInstance();
  private static final int TYPICAL_LENGTH = 320;

  private final FeedTime time;

  DataFrames(FeedTime time) {
    this.time = time;
  }

  /** What one frame says beside the update. */
  record Remarks(boolean snapshot, int conflated, boolean again, Optional<String> messageId) {
    static final Remarks NONE = new Remarks(false, 0, false, Optional.empty());

    /** The same of a message that is to be acknowledged. */
    Remarks under(String id) {
      return new Remarks(snapshot, conflated, again, Optional.of(id));
    }

    String text() {
      return (snapshot ? "\"snapshot\":true," : "")
          + (conflated > 0 ? "\"conflated\":" + conflated + "," : "")
          + (again ? "\"redelivered\":true," : "")
          + messageId.map(id -> "\"message_id\":" + quoted(id) + ",").orElse("");
    }
  }

  /** The beginning of the frames of a data type for these subscriptions. */
  static String beginning(Form form, Channel channel, String dataType, List<String> ids) {
    StringBuilder text =
        new StringBuilder("{\"type\":\"").append(form.dataType(channel)).append('"');
    if (form == Form.FLAT) {
      text.append(",\"data_type\":").append(quoted(dataType));
      text.append(",\"id\":").append(quoted(ids.get(0))).append(',');
      if (ids.size() > 1) {
        text.append("\"ids\":").append(ids.stream().map(DataFrames::quoted).toList()).append(',');
      }
    } else if (form == Form.ENVELOPE) {
      text.append(",\"data\":{\"data_type\":").append(quoted(dataType));
      text.append(",\"subscription_id\":").append(quoted(ids.get(0))).append(',');
    } else {
      text.append(",\"data\":{\"type\":").append(quoted(dataType));
      text.append(",\"subscription_id\":").append(quoted(ids.get(0)));
      text.append(',').append(quoted(dataType)).append(":{");
    }
    return text.toString();
  }

  /** The whole frame. */
  String frame(Form form, String beginning, Update update, int levels, Remarks remarks) {
    if (remarks.equals(Remarks.NONE)) {
      String shared = update.book().isPresent() ? beginning + levels : beginning;
      return update.text(shared, () -> write(form, beginning, update, levels, ""));
    }
    return write(form, beginning, update, levels, remarks.text());
  }

  private String write(Form form, String beginning, Update update, int levels, String remarks) {
    int kind = update.book().isPresent() ? levels : 0;
    String body = update.text(kind, () -> body(update, levels));
    String end =
        switch (form) {
          case FLAT -> "}";
          case ENVELOPE -> "},\"timestamp\":\"" + time.local(update.time()) + "\"}";
          case CAPITAL ->
              "},\"symbol\":"
                  + quoted(update.topic().symbol())
                  + "},\"timestamp\":\""
                  + time.local(update.time())
                  + "\"}";
        };
    return beginning + remarks + body + end;
  }

  /** The members that every form holds. */
  String body(Update update, int levels) {
    StringBuilder text = new StringBuilder(TYPICAL_LENGTH);
    text.append("\"symbol\":").append(quoted(update.topic().symbol()));
    for (Map.Entry<String, Object> member : update.members().entrySet()) {
      text.append(",\"").append(member.getKey()).append("\":").append(value(member.getValue()));
    }
    update.book().ifPresent(book -> levels(text, book, levels));
    text.append(",\"timestamp\":\"").append(time.event(update.time()));
    text.append("\",\"ts\":").append(update.time().toEpochMilli());
    text.append(",\"seq\":").append(update.seq());
    update.sourceSeq().ifPresent(seq -> text.append(",\"source_seq\":").append(seq));
    if (!update.source().isEmpty()) {
      text.append(",\"source\":").append(quoted(update.source()));
    }
    return text.toString();
  }

  private static void levels(StringBuilder text, Book book, int levels) {
    side(text.append(",\"bids\":"), book.bids(), levels);
    side(text.append(",\"asks\":"), book.asks(), levels);
  }

  private static void side(StringBuilder text, List<Level> side, int levels) {
    text.append('[');
    for (int i = 0; i < Math.min(levels, side.size()); i++) {
      Level level = side.get(i);
      text.append(i > 0 ? ",[" : "[").append(level.price().toPlainString());
      text.append(',').append(level.size().toPlainString()).append(']');
    }
    text.append(']');
  }

  private static String value(Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value instanceof Boolean truth ? truth.toString() : quoted(value.toString());
  }

  static String quoted(String text) {
    return "\"" + new String(STRINGS.quoteAsString(text)) + "\"";
  }
}
