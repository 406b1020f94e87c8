package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.Comment;
import org.wenshu.schema.Table;

/**
 * The phrases people may use for a table and its columns: the whole name or comment, the name
 * without the table's part, without a word that only says what kind of thing it is, turned around
 * an "of", and single words of it. Less of the name means less quality.
 */
final class NamePhrases {
  private static final double WHOLE = 1.0;
  private static final double WITHOUT_TABLE = 0.97;
  private static final double TURNED = 0.95;
  private static final double WITHOUT_KIND = 0.85;
  private static final double NAMING = 0.8;
  private static final double HEAD = 0.75;
  private static final double TABLE_HEAD = 0.73;
  private static final double PART = 0.55;
  private static final Set<String> KINDS =
      Set.of(
          "code",
          "number",
          "no",
          "num",
          "name",
          "id",
          "type",
          "text",
          "value",
          "yn",
          "flag",
          "description",
          "address",
          "amount",
          "at",
          "data",
          "list",
          "info",
          "table",
          "record",
          "cd",
          "desc",
          "t",
          "tbl");
  private static final Set<String> LINKS = Set.of("of", "in", "by", "per", "for", "is", "and");
  private static final List<String> KEY_ENDINGS = List.of("编号", "ID", "id", "代码", "编码");
  private static final List<String> TABLE_ENDINGS = List.of("信息表", "记录表", "明细表", "数据表", "表", "信息");

  private final Table table;
  private final List<String> tableWords;

  NamePhrases(Table table) {
    this.table = table;
    this.tableWords = words(table.name());
  }

  /** A phrase and how well it names its thing. */
  record Phrase(String text, double quality) {}

  List<Phrase> ofTable() {
    Map<String, Double> phrases = new LinkedHashMap<>();
    put(phrases, tableWords, WHOLE);
    put(phrases, withoutKinds(tableWords), WITHOUT_KIND);
    if (tableWords.size() == 2) {
      put(phrases, tableWords.subList(1, 2), TABLE_HEAD);
    }
    for (String label : Comment.parse(table.comment()).labels()) {
      phrases.merge(label, WHOLE, Math::max);
      for (String ending : TABLE_ENDINGS) {
        if (label.endsWith(ending) && label.length() > ending.length()) {
          String rest = label.substring(0, label.length() - ending.length());
          phrases.merge(rest, WHOLE, Math::max);
        }
      }
    }
    return listed(phrases);
  }

  List<Phrase> of(Column column) {
    Map<String, Double> phrases = new LinkedHashMap<>();
    List<String> words = words(column.name());
    put(phrases, words, WHOLE);
    phrases.putIfAbsent(String.join("", words), TURNED);
    put(phrases, withoutTable(words), WITHOUT_TABLE);
    put(phrases, turned(words), TURNED);
    put(phrases, withoutKinds(words), WITHOUT_KIND);
    put(phrases, withoutKinds(withoutTable(words)), WITHOUT_KIND);
    if (words.size() > 1) {
      for (String word : words) {
        if (!LINKS.contains(word) && !KINDS.contains(word) && !tableWords.contains(word)) {
          boolean last = word.equals(words.get(words.size() - 1));
          put(phrases, List.of(word), last ? HEAD : PART);
        }
      }
    }
    if (column.name().equalsIgnoreCase("parent_id")) {
      put(phrases, List.of("parent", tableWords.get(tableWords.size() - 1)), WITHOUT_TABLE);
    }
    if (withoutTable(words).isEmpty()
        && words.size() <= tableWords.size()
        && startsLikeTable(words)) {
      put(phrases, List.of("name"), NAMING);
      put(phrases, List.of(words.get(words.size() - 1), "name"), WITHOUT_TABLE);
    }
    addLabels(column, phrases);
    return listed(phrases);
  }

  /** A column named like its table names the rows: continents.Continent. */
  private boolean startsLikeTable(List<String> words) {
    return words.stream().allMatch(w -> tableWords.stream().anyMatch(t -> sameWord(t, w)));
  }

  private void addLabels(Column column, Map<String, Double> phrases) {
    for (String label : Comment.parse(column.comment()).labels()) {
      phrases.merge(label, WHOLE, Math::max);
      for (String kind : isOtherReference(column) ? List.<String>of() : KEY_ENDINGS) {
        if (label.endsWith(kind) && label.length() > kind.length() + 1) {
          phrases.merge(
              label.substring(0, label.length() - kind.length()), WITHOUT_KIND, Math::max);
        }
      }
      for (Phrase owner : new NamePhrases(table).ofTable()) {
        if (label.startsWith(owner.text()) && label.length() > owner.text().length()) {
          phrases.merge(label.substring(owner.text().length()), WITHOUT_TABLE, Math::max);
        }
      }
    }
  }

  private boolean isOtherReference(Column column) {
    return table.foreignKeys().stream()
        .anyMatch(
            k ->
                k.columns().contains(column.name())
                    && !k.referencedTable().equalsIgnoreCase(table.name()));
  }

  private List<String> withoutTable(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    while (!rest.isEmpty() && tableWords.stream().anyMatch(t -> sameWord(t, rest.get(0)))) {
      rest.remove(0);
    }
    return rest.isEmpty() || rest.size() == words.size() ? List.of() : rest;
  }

  private static boolean sameWord(String tableWord, String word) {
    return EnglishWords.forms(tableWord).contains(word)
        || EnglishWords.forms(word).contains(tableWord);
  }

  private static List<String> withoutKinds(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    rest.removeIf(KINDS::contains);
    return rest.isEmpty() || rest.size() == words.size() ? List.of() : rest;
  }

  private static List<String> turned(List<String> words) {
    int of = words.indexOf("of");
    if (of < 1 || of == words.size() - 1) {
      return List.of();
    }
    List<String> turned = new ArrayList<>(words.subList(of + 1, words.size()));
    turned.addAll(words.subList(0, of));
    return turned;
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : new PlainWords(name)) {
      List<String> parts = Vocabulary.builtIn().splitOf(word);
      words.addAll(parts.isEmpty() ? List.of(word.toLowerCase(Locale.ROOT)) : parts);
    }
    return words;
  }

  private static void put(Map<String, Double> phrases, List<String> words, double quality) {
    if (!words.isEmpty()) {
      phrases.merge(String.join(" ", words), quality, Math::max);
    }
  }

  private static List<Phrase> listed(Map<String, Double> phrases) {
    List<Phrase> listed = new ArrayList<>();
    phrases.forEach((text, quality) -> listed.add(new Phrase(text, quality)));
    return listed;
  }
}
