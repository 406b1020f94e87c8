package org.wenshu.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wenshu.question.Language;
import org.wenshu.schema.Column;
import org.wenshu.schema.Comment;
import org.wenshu.schema.Table;

/** What tables, columns and values are called in one language. Stateless. */
final class Words {
  private static final List<String> TABLE_ENDINGS = List.of("信息表", "记录表", "明细表", "数据表", "表", "信息");

  private final Language language;

  Words(Language language) {
    this.language = language;
  }

  String noun(Table table) {
    if (language == Language.ENGLISH) {
      return plural(spoken(table.name()));
    }
    String label = label(table.comment());
    for (String ending : TABLE_ENDINGS) {
      if (label.endsWith(ending) && label.length() > ending.length()) {
        return label.substring(0, label.length() - ending.length());
      }
    }
    return label.isEmpty() ? spoken(table.name()) : label;
  }

  /** Without what it shares with the name of its table. */
  String label(Table table, Column column) {
    boolean chinese = language == Language.CHINESE;
    String label = chinese ? label(column.comment()) : "";
    String whole = label.isEmpty() ? spoken(column.name()) : label;
    String owner = label.isEmpty() ? singular(spoken(table.name())) + " " : noun(table);
    boolean shares = whole.startsWith(owner) && whole.length() > owner.length();
    return shares ? whole.substring(owner.length()).strip() : whole;
  }

  String value(Column column, String stored) {
    if (language == Language.ENGLISH) {
      return stored;
    }
    Map<String, String> labels = Comment.parse(column.comment()).values();
    return labels.getOrDefault(stored, stored);
  }

  private static String label(String comment) {
    List<String> labels = Comment.parse(comment).labels();
    return labels.isEmpty() || Language.of(labels.get(0)) != Language.CHINESE ? "" : labels.get(0);
  }

  /** The words of a name, parted by blanks. */
  static String spoken(String name) {
    return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  static String plural(String noun) {
    if (noun.endsWith("s")) {
      return noun;
    }
    if (noun.matches(".*[^aeiou]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.matches(".*(x|z|ch|sh)") ? noun + "es" : noun + "s";
  }

  static String singular(String noun) {
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (noun.matches(".*(s|x|z|ch|sh)es")) {
      return noun.substring(0, noun.length() - 2);
    }
    boolean plural = noun.endsWith("s") && !noun.endsWith("ss");
    return plural ? noun.substring(0, noun.length() - 1) : noun;
  }
}
