package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** How items of a kind are written in frames, many at once, and read from them. */
interface ItemFormat<T> {
  /** The field that holds the items. */
  String list();

  /** What items of one frame must have in common; it is written beside them by {@link #shared}. */
  default String group(T item) {
    return "";
  }

  /** Writes what the items of a frame have in common. */
  default void shared(String group, JsonGenerator json) throws IOException {}

  void write(T item, JsonGenerator json) throws IOException;

  T read(JsonNode element);

  /** Reads a frame that holds one item and no list. */
  T readFlat(JsonNode frame);
}
