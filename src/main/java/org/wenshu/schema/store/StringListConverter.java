package org.wenshu.schema.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps a list of strings in one column, as a JSON array. */
@Converter
public class StringListConverter implements AttributeConverter<List<String>, String> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<String> strings) {
    try {
      return JSON.writeValueAsString(strings);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Strings can always be written", e);
    }
  }

  @Override
  public List<String> convertToEntityAttribute(String json) {
    try {
      return JSON.readValue(json, STRINGS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The stored list is no JSON array of strings", e);
    }
  }
}
