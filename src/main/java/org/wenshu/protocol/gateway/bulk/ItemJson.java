package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/**
 * How items of one kind are written (contract, section 5.4). Stateless.
 *
 * @param <T> the kind
 */
interface ItemJson<T> {
  /** The name of the list of the batch form. */
  String list();

  /** Writes the item as an element of that list. */
  void element(T item, JsonGenerator json) throws IOException;

  /** Writes the fields of the flat form. */
  void flat(T item, JsonGenerator json) throws IOException;

  /** Writes a value in its encoding. */
  static void value(String name, Value value, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("v", value.v());
    json.writeBooleanField("e", value.e());
    json.writeEndObject();
  }

  /** Writes a vector as a list of one. */
  static void vectors(Vector vector, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("vectors");
    numbers(vector, json);
    json.writeEndArray();
  }

  /** Writes the numbers of a vector. */
  static void numbers(Vector vector, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < vector.dimension(); i++) {
      json.writeNumber(vector.at(i));
    }
    json.writeEndArray();
  }
}
