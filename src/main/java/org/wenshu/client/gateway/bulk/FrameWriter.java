package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.wenshu.client.gateway.call.GatewayJson;

/** Puts items into frames of a bounded size. For one thread. */
final class FrameWriter<T> {
  /** A frame is sent when it is longer than this, however few items it has. */
  static final int FRAME_CHARS = 512 * 1024;

  private final ItemFormat<T> format;
  private final ImportOptions options;
  private StringWriter text;
  private JsonGenerator json;
  private String group = "";
  private int count;

  FrameWriter(ItemFormat<T> format, ImportOptions options) {
    this.format = format;
    this.options = options;
  }

  /** Adds an item; gives the frame before it, if the item does not go into that. */
  Optional<String> add(T item) {
    try {
      String own = format.group(item);
      Optional<String> before = count > 0 && !own.equals(group) ? take() : Optional.empty();
      if (count == 0) {
        begin(own);
      }
      format.write(item, json);
      count++;
      return before;
    } catch (IOException e) {
      throw new UncheckedIOException("Items can always be written", e);
    }
  }

  /** Whether the frame should be taken. */
  boolean isFull() {
    return count >= options.batchSize()
        || (count > 0 && text.getBuffer().length() + json.getOutputBuffered() > FRAME_CHARS);
  }

  /** How many items are in the frame. */
  int count() {
    return count;
  }

  /** The frame; absent if nothing is in it. */
  Optional<String> take() {
    if (count == 0) {
      return Optional.empty();
    }
    try {
      json.writeEndArray();
      json.writeEndObject();
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Items can always be written", e);
    }
    count = 0;
    return Optional.of(text.toString());
  }

  private void begin(String newGroup) throws IOException {
    group = newGroup;
    text = new StringWriter(16 * 1024);
    json = GatewayJson.MAPPER.getFactory().createGenerator(text);
    json.writeStartObject();
    json.writeObjectFieldStart("metadata");
    json.writeStringField("id", options.documentId());
    json.writeArrayFieldStart("metadata");
    json.writeEndArray();
    json.writeStringField("user", options.user());
    json.writeStringField("collection", options.collection());
    json.writeEndObject();
    format.shared(group, json);
    json.writeArrayFieldStart(format.list());
  }
}
