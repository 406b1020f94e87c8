package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Reads the parts that frames are made of, as they come. Stateless. */
final class BulkJson {
  /** Numbers that are none are read, so that they cost one item and not its frame. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(BulkConfig.MAX_MESSAGE_BYTES)
                          .build())
                  .build())
          .build();

  private static final int USUAL_DIMENSION = 384;

  private BulkJson() {}

  static JsonParser parser(InputStream text) throws IOException {
    return MAPPER.getFactory().createParser(text);
  }

  /**
   * The value that the parser stands at.
   *
   * @throws BadItem when it is none; it has been read past
   */
  static Value value(JsonParser json, String what) throws IOException, BadItem {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return Value.of(json.getText());
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      throw new BadItem(what + " is neither a value nor a text");
    }
    String text = null;
    boolean uri = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken token = json.nextToken();
      if (field.equals("v") && token == JsonToken.VALUE_STRING) {
        text = json.getText();
      } else if (field.equals("e")) {
        uri = token == JsonToken.VALUE_TRUE;
        json.skipChildren();
      } else {
        json.skipChildren();
      }
    }
    if (text == null) {
      throw new BadItem(what + " has no text v");
    }
    return new Value(text, uri);
  }

  /** The text that the parser stands at. */
  static String text(JsonParser json, String what) throws IOException, BadItem {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    throw new BadItem(what + " is no text");
  }

  /** The vector whose first bracket the parser stands behind, at the first number. */
  static Vector vector(JsonParser json) throws IOException, BadItem {
    float[] numbers = new float[USUAL_DIMENSION];
    int size = 0;
    boolean sound = true;
    for (JsonToken token = json.currentToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (!token.isNumeric()) {
        sound = false;
        json.skipChildren();
        continue;
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = json.getFloatValue();
    }
    if (!sound) {
      throw new BadItem("The vector has something that is no number");
    }
    return Vector.of(size == numbers.length ? numbers : Arrays.copyOf(numbers, size));
  }
}
