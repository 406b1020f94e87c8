package org.wenshu.protocol.ws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.wenshu.execution.Rows;
import org.wenshu.protocol.json.ColumnLabels;
import org.wenshu.protocol.json.Utf8;

/** The rows of a result as a JSON array that fits a number of bytes. */
final class RowsJson {
  private final StringBuilder array = new StringBuilder("[");
  private final int maxBytes;
  private int bytes = 2;
  private int count;

  private RowsJson(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Writes as many rows as fit, from the first on. */
  static RowsJson of(Rows rows, int maxBytes) {
    RowsJson result = new RowsJson(maxBytes);
    List<String> labels = ColumnLabels.distinct(rows.columns());
    for (List<Object> row : rows.rows()) {
      if (!result.add(row(labels, row))) {
        break;
      }
    }
    result.array.append(']');
    return result;
  }

  /** The array. */
  String text() {
    return array.toString();
  }

  /** How many rows it holds. */
  int count() {
    return count;
  }

  private boolean add(String row) {
    int length = Utf8.length(row) + 1;
    if (length > maxBytes - bytes) {
      return false;
    }
    bytes += length;
    if (count++ > 0) {
      array.append(',');
    }
    array.append(row);
    return true;
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
    return ControlWords.escapeInJson(text.toString());
  }
}
