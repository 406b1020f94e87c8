package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.wenshu.execution.Rows;
import org.wenshu.feed.live.LiveUpdate;
import org.wenshu.feed.live.RowDifference;
import org.wenshu.protocol.json.ColumnLabels;
import org.wenshu.protocol.ws.ValueJson;

/**
 * Writes the frames of live questions: type {@code live}, kind {@code answer} with all rows or kind
 * {@code change} with the difference. All but the id is written once for all who get it.
 */
final class LiveFrames {
  private static final int MAX_CHARS = 900_000;

  private LiveFrames() {}

  static String frame(String id, LiveUpdate update, boolean whole) {
    boolean change = !whole && update.difference().isPresent();
    String text =
        change
            ? update.changeText(() -> change(update, update.difference().orElseThrow()))
            : update.answerText(() -> answer(update));
    return "{\"type\":\"live\",\"id\":" + DataFrames.quoted(id) + "," + text + "}";
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static String members(LiveUpdate update, String kind, Members more) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ValueJson.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("kind", kind);
      json.writeNumberField("version", update.version());
      json.writeNumberField("row_count", update.rows().rows().size());
      more.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.getBuffer().substring(1, text.getBuffer().length() - 1);
  }

  private static String answer(LiveUpdate update) {
    Rows rows = update.rows();
    List<String> labels = ColumnLabels.distinct(rows.columns());
    StringBuilder fitting = new StringBuilder("[");
    int count = 0;
    for (List<Object> row : rows.rows()) {
      String text = row(labels, row);
      if (fitting.length() + text.length() > MAX_CHARS) {
        break;
      }
      fitting.append(count++ > 0 ? "," : "").append(text);
    }
    boolean truncated = rows.truncated() || count < rows.rows().size();
    String all = fitting.append(']').toString();
    return members(
        update,
        "answer",
        json -> {
          json.writeStringField("sql", update.sql());
          json.writeArrayFieldStart("columns");
          for (String label : labels) {
            json.writeString(label);
          }
          json.writeEndArray();
          json.writeFieldName("rows");
          json.writeRawValue(all);
          json.writeBooleanField("truncated", truncated);
        });
  }

  /** A change that would be too long is told as the whole answer. */
  private static String change(LiveUpdate update, RowDifference difference) {
    List<String> labels = ColumnLabels.distinct(update.rows().columns());
    String text =
        members(
            update,
            "change",
            json -> {
              json.writeArrayFieldStart("removed");
              for (int place : difference.removed()) {
                json.writeNumber(place);
              }
              json.writeEndArray();
              json.writeArrayFieldStart("added");
              for (RowDifference.Placed placed : difference.added()) {
                json.writeStartObject();
                json.writeNumberField("index", placed.index());
                json.writeFieldName("row");
                json.writeRawValue(row(labels, placed.row()));
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    return text.length() > MAX_CHARS ? update.answerText(() -> answer(update)) : text;
  }

  private static String row(List<String> labels, List<Object> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ValueJson.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(labels.get(i));
        ValueJson.write(json, values.get(i));
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
