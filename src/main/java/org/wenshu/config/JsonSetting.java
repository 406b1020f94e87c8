package org.wenshu.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads settings that hold a JSON object, which an environment variable can hold too. */
final class JsonSetting {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private JsonSetting() {}

  /**
   * The members of the object by name.
   *
   * @param key whole name of the setting, for messages
   * @throws IllegalArgumentException when the text is something else
   */
  static <T> Map<String, T> read(String key, String text, TypeReference<Map<String, T>> type) {
    try {
      Map<String, T> members = JSON.readValue(text, type);
      if (members == null || members.values().stream().anyMatch(member -> member == null)) {
        throw new IllegalArgumentException(key + " must be a JSON object without null");
      }
      return members;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(key + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
