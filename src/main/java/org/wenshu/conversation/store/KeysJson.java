package org.wenshu.conversation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of rows as a JSON array: numbers stay numbers, and texts texts. */
final class KeysJson {
  /** More are not kept: the statement then stands for its rows. */
  private static final int MAX_CHARS = 65_536;

  private static final JsonMapper JSON = new JsonMapper();

  private KeysJson() {}

  /** Empty when there is too much of it. */
  static Optional<String> write(List<Object> keys) {
    try {
      return Optional.of(JSON.writeValueAsString(keys)).filter(j -> j.length() <= MAX_CHARS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Keys can always be written", e);
    }
  }

  static List<Object> read(String json) {
    try {
      List<Object> keys = new ArrayList<>();
      for (JsonNode key : JSON.readTree(json)) {
        keys.add(key(key));
      }
      return keys;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The stored keys are not what was written", e);
    }
  }

  private static Object key(JsonNode key) {
    if (key.isTextual()) {
      return key.textValue();
    }
    return key.canConvertToLong() ? (Object) key.longValue() : key.bigIntegerValue();
  }
}
