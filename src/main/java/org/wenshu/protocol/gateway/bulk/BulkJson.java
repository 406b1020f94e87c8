package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Reads the parts that frames are made of, as they come. Stateless. */
final class BulkJson {
  static final JsonMapper MAPPER = JsonMapper.builder(new FrameParser.Factory()).build();

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

  /** The vector whose first bracket the parser stands at. */
  static Vector vector(JsonParser json) throws IOException, BadItem {
    FloatList numbers = new FloatList();
    takeNumbers(json, numbers);
    return rest(json, json.nextToken(), numbers);
  }

  /** Takes the numbers that the list begins with, when its first bracket has been read. */
  static void takeNumbers(JsonParser json, FloatList numbers) throws IOException {
    if (json instanceof FrameParser frame) {
      frame.takeNumbers(numbers);
    }
  }

  /** The vector of these numbers and of those that follow, at the first of which the parser is. */
  static Vector rest(JsonParser json, JsonToken first, FloatList numbers)
      throws IOException, BadItem {
    boolean sound = true;
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token.isNumeric()) {
        numbers.add(json.getFloatValue());
      } else {
        sound = false;
        json.skipChildren();
      }
    }
    if (!sound) {
      throw new BadItem("The vector has something that is no number");
    }
    return numbers.toVector();
  }
}
