package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wenshu.question.Language;

/** Reads the gold questions of the test resources. */
final class GoldQuestions {
  private GoldQuestions() {}

  /** The questions of {@code /questions/<name>.txt}, in their order. */
  static List<GoldQuestion> read(String name) {
    return parse(GoldFields.text(name));
  }

  static List<GoldQuestion> parse(String text) {
    return GoldFields.records(text).stream().map(GoldQuestions::question).toList();
  }

  private static GoldQuestion question(List<GoldFields.Field> fields) {
    String id = "";
    boolean furtherColumns = false;
    Map<Language, String> text = new EnumMap<>(Language.class);
    Map<Language, List<String>> gold = new EnumMap<>(Language.class);
    for (GoldFields.Field field : fields) {
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

  static void accept(Map<Language, List<String>> gold, Language language, String sql) {
    gold.computeIfAbsent(language, l -> new ArrayList<>()).add(sql);
  }
}
