package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wenshu.question.Language;

/**
 * Questions that follow each other, and the SQL whose rows answer the last.
 *
 * @param id unique within its file
 * @param turns what is asked, in each language
 * @param gold statements of which any one is right; empty when it is right to abstain
 * @param furtherColumns whether an answer may have columns beyond those of the gold statement
 */
record GoldConversation(
    String id,
    Map<Language, List<String>> turns,
    Map<Language, List<String>> gold,
    boolean furtherColumns) {

  /** The conversations of {@code /questions/<name>.txt}, in their order. */
  static List<GoldConversation> read(String name) {
    return GoldFields.records(GoldFields.text(name)).stream().map(GoldConversation::of).toList();
  }

  private static GoldConversation of(List<GoldFields.Field> fields) {
    String id = "";
    boolean further = false;
    Map<Language, List<String>> turns = new EnumMap<>(Language.class);
    Map<Language, List<String>> gold = new EnumMap<>(Language.class);
    for (GoldFields.Field field : fields) {
      switch (field.name()) {
        case "id" -> id = field.value();
        case "columns" -> further = field.value().equals("any");
        case "zh" -> add(turns, Language.CHINESE, field.value());
        case "en" -> add(turns, Language.ENGLISH, field.value());
        case "sql" -> List.of(Language.values()).forEach(l -> add(gold, l, field.value()));
        case "abstain" -> {} // says why, for readers
        default -> throw new IllegalArgumentException(id + ": unknown field " + field.name());
      }
    }
    return new GoldConversation(id, turns, gold, further);
  }

  private static void add(Map<Language, List<String>> values, Language language, String value) {
    values.computeIfAbsent(language, l -> new ArrayList<>()).add(value);
  }

  List<String> turnsIn(Language language) {
    return turns.get(language);
  }

  /** Empty when the right thing to do is to abstain. */
  List<String> goldIn(Language language) {
    return gold.getOrDefault(language, List.of());
  }
}
