package org.wenshu.generation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** String members of the JSON objects that stand somewhere in a text. */
final class JsonMembers {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_OBJECTS = 16;

  private JsonMembers() {}

  /** The values of the string members of that name, object after object. */
  static Stream<String> named(String name, String text) {
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == '{')
        .limit(MAX_OBJECTS)
        .mapToObj(i -> member(name, text.substring(i)))
        .flatMap(Optional::stream);
  }

  /** The member of the object the text begins with; empty when it begins with no JSON object. */
  private static Optional<String> member(String name, String text) {
    Optional<String> found = Optional.empty();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING && field.equals(name)) {
          found = Optional.of(parser.getText());
        }
        parser.skipChildren();
      }
      return parser.currentToken() == JsonToken.END_OBJECT ? found : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
