package org.wenshu.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists of the demo: one line per entry, fields cut at bars, lists in a field at commas. */
final class DemoLines {
  private DemoLines() {}

  /** The fields of every line of {@code /demo/<name>.txt}. */
  static List<List<String>> read(String name) {
    return text("/demo/" + name + ".txt").lines().map(line -> split(line, "\\|")).toList();
  }

  /** The words of a list field. */
  static List<String> words(String field) {
    return split(field, ",");
  }

  /** The whole of a file beside the program. */
  static String text(String resource) {
    try (InputStream stream = DemoLines.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> split(String text, String separator) {
    return List.of(text.split(separator, -1));
  }
}
