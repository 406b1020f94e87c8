package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.protocol.gateway.bulk.Exporting.FrameSink;

/**
 * Makes frames of items. None is larger than clients take, but for an item that alone is. For one
 * thread.
 *
 * @param <T> the kind of the items
 */
final class ExportFrames<T> {
  /** Half of what a frame may have, because a character may take three bytes. */
  private static final int BATCH_CHARS = 160_000;

  /** Beyond this an item is sent once and not in both forms: clients refuse a whole mebibyte. */
  private static final int BOTH_CHARS = 300_000;

  private final ItemJson<T> items;
  private final ExportForm form;
  private final FrameSink sink;
  private StringWriter text;
  private JsonGenerator batch;
  private CollectionId collection;
  private int count;

  ExportFrames(ItemJson<T> items, ExportForm form, FrameSink sink) {
    this.items = items;
    this.form = form;
    this.sink = sink;
  }

  /** Sends the item, or keeps it for the next frame. */
  void add(CollectionId in, T item) {
    try {
      if (form == ExportForm.BATCH) {
        addToBatch(in, item);
      } else {
        String frame = single(in, item, form);
        boolean tooLong = form == ExportForm.BOTH && frame.length() > BOTH_CHARS;
        sink.send(tooLong ? single(in, item, ExportForm.BATCH) : frame, 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Items can always be written", e);
    }
  }

  /** Sends what was kept. */
  void end() {
    try {
      if (batch != null) {
        close(batch);
        batch = null;
        sink.send(text.toString(), count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Items can always be written", e);
    }
  }

  private String single(CollectionId in, T item, ExportForm one) throws IOException {
    StringWriter writer = new StringWriter(256);
    try (JsonGenerator json = BulkJson.MAPPER.getFactory().createGenerator(writer)) {
      json.writeStartObject();
      if (one != ExportForm.BATCH) {
        items.flat(item, json);
      }
      if (one != ExportForm.FLAT) {
        metadata(in, json);
        json.writeArrayFieldStart(items.list());
        items.element(item, json);
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return writer.toString();
  }

  private void addToBatch(CollectionId in, T item) throws IOException {
    if (batch != null && !in.equals(collection)) {
      end();
    }
    if (batch == null) {
      text = new StringWriter(BATCH_CHARS);
      batch = BulkJson.MAPPER.getFactory().createGenerator(text);
      batch.writeStartObject();
      metadata(in, batch);
      batch.writeArrayFieldStart(items.list());
      collection = in;
      count = 0;
    }
    items.element(item, batch);
    count++;
    if (text.getBuffer().length() + batch.getOutputBuffered() > BATCH_CHARS) {
      end();
    }
  }

  private static void metadata(CollectionId in, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("id", "");
    json.writeArrayFieldStart("metadata");
    json.writeEndArray();
    json.writeStringField("user", in.user());
    json.writeStringField("collection", in.name());
    json.writeEndObject();
  }

  private static void close(JsonGenerator json) throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
