package org.wenshu.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wenshu.question.Language;

/** Reads the gold questions of the test resources. */
final class GoldQuestions {
  private static final Pattern BLANK_LINE = Pattern.compile("\n\\s*\n");

  private GoldQuestions() {}

  /** The questions of {@code /questions/<name>.txt}, in their order. */
  static List<GoldQuestion> read(String name) {
    try (InputStream in = GoldQuestions.class.getResourceAsStream("/questions/" + name + ".txt")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<GoldQuestion> parse(String text) {
    List<GoldQuestion> questions = new ArrayList<>();
    for (String block : BLANK_LINE.splitAsStream(text).toList()) {
      List<Field> fields = fields(block);
      if (!fields.isEmpty()) {
        questions.add(question(fields));
      }
    }
    return questions;
  }

  private record Field(String name, String value) {}

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

  private static GoldQuestion question(List<Field> fields) {
    String id = "";
    boolean furtherColumns = false;
    Map<Language, String> text = new EnumMap<>(Language.class);
    Map<Language, List<String>> gold = new EnumMap<>(Language.class);
    for (Field field : fields) {
      switch (field.name()) {
        case "id" -> id = field.value();
        case "columns" -> furtherColumns = field.value().equals("any");
        case "zh" -> text.put(Language.CHINESE, field.value());
        case "en" -> text.put(Language.ENGLISH, field.value());
        case "sql" -> List.of(Language.values()).forEach(l -> accept(gold, l, field.value()));
        case "sql.zh" -> accept(gold, Language.CHINESE, field.value());
        case "sql.en" -> accept(gold, Language.ENGLISH, field.value());
        case "abstain" -> {} // says why, for readers
        default -> throw new IllegalArgumentException(id + ": unknown field " + field.name());
      }
    }
    return new GoldQuestion(id, text, gold, furtherColumns);
  }

  private static void accept(Map<Language, List<String>> gold, Language language, String sql) {
    gold.computeIfAbsent(language, l -> new ArrayList<>()).add(sql);
  }
}
