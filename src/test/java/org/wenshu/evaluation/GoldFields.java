package org.wenshu.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Records of named fields, as the files of gold questions hold them. */
final class GoldFields {
  private static final Pattern BLANK_LINE = Pattern.compile("\n\\s*\n");

  private GoldFields() {}

  /** One line of a record, with those that go on from it. */
  record Field(String name, String value) {}

  /** The whole of {@code /questions/<name>.txt}. */
  static String text(String name) {
    try (InputStream in = GoldFields.class.getResourceAsStream("/questions/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records of a text, in their order. */
  static List<List<Field>> records(String text) {
    return BLANK_LINE
        .splitAsStream(text)
        .map(GoldFields::fields)
        .filter(fields -> !fields.isEmpty())
        .toList();
  }

  private static List<Field> fields(String block) {
    List<Field> fields = new ArrayList<>();
    for (String line : block.lines().toList()) {
      if (line.startsWith(" ")) {
        Field last = fields.remove(fields.size() - 1);
        fields.add(new Field(last.name(), last.value() + " " + line.strip()));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        int colon = line.indexOf(':');
        fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return fields;
  }
}
