package org.wenshu.conversation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.wenshu.conversation.Preferences;

/** Preferences as JSON. */
final class PreferencesJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PreferencesJson() {}

  static String write(Preferences preferences) {
    try {
      return JSON.writeValueAsString(preferences);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Preferences can always be written", e);
    }
  }

  static Preferences read(String json) {
    try {
      return JSON.readValue(json, Preferences.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The stored preferences are not what was written", e);
    }
  }
}
