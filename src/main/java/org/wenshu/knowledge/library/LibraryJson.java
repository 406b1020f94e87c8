package org.wenshu.knowledge.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.wenshu.knowledge.Triple;

/** Lists as they lie in columns. Thread-safe. */
final class LibraryJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<List<Triple>> TRIPLES = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private LibraryJson() {}

  static String text(List<?> list) {
    try {
      return MAPPER.writeValueAsString(list);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static List<Triple> triples(String text) {
    return read(text, TRIPLES);
  }

  static List<String> texts(String text) {
    return read(text, TEXTS);
  }

  private static <T> List<T> read(String text, TypeReference<List<T>> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
