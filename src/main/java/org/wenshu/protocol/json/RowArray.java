package org.wenshu.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.wenshu.execution.Rows;

/**
 * Rows as an array of objects that fits a number of bytes: as many from the first on as fit
 * (contract of the RAG query protocol, section 1.3).
 *
 * @param count how many rows it holds
 */
public record RowArray(RawValue array, int count) {
  /** Numbers are written without an exponent. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** The rows that fit. */
  public static RowArray of(Rows rows, int maxBytes) {
    List<String> labels = ColumnLabels.distinct(rows.columns());
    StringBuilder array = new StringBuilder("[");
    int bytes = 2;
    int count = 0;
    for (List<Object> row : rows.rows()) {
      String object = object(labels, row);
      bytes += Utf8.length(object) + 1;
      if (bytes > maxBytes) {
        break;
      }
      array.append(count++ > 0 ? "," : "").append(object);
    }
    return new RowArray(new RawValue(array.append(']').toString()), count);
  }

  private static String object(List<String> labels, List<Object> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(labels.get(i));
        CellJson.write(json, values.get(i));
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
