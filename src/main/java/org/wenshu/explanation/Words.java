package org.wenshu.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;
import org.wenshu.schema.Column;
import org.wenshu.schema.Comment;
import org.wenshu.schema.Table;

/** How tables, columns and values are called in one language. */
final class Words {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern BARE_VALUE = Pattern.compile("[\\p{Alnum}@._:/+-]+");
  private static final Pattern BOUNDARY =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** Last words of column names that nobody says. */
  private static final Map<String, String> SPOKEN =
      Map.of("no", "number", "num", "number", "qty", "quantity", "id", "ID", "amt", "amount");

  private static final Map<String, String> MOMENTS =
      Map.of(
          "created_at", "creation time",
          "create_time", "creation time",
          "updated_at", "update time",
          "update_time", "update time",
          "deleted_at", "deletion time");

  private final Language language;

  Words(Language language) {
    this.language = language;
  }

  boolean isChinese() {
    return language == Language.CHINESE;
  }

  /** One of two patterns of {@link String#format}, filled. */
  String say(String chinese, String english, Object... parts) {
    return String.format(Locale.ROOT, new Wording(chinese, english).in(language), parts);
  }

  /** All of them in one phrase. */
  String all(List<String> items) {
    boolean inside = items.stream().anyMatch(i -> i.contains("和") || i.startsWith("其"));
    return joined(items, say("、", ", "), say(inside ? "及" : "和", " and "));
  }

  String any(List<String> items) {
    return joined(items, say("、", ", "), say("或", " or "));
  }

  /** Where "and" stands inside one of the items, another word joins the last. */
  private static String joined(List<String> items, String comma, String last) {
    int end = items.size() - 1;
    return end < 1
        ? String.join("", items)
        : String.join(comma, items.subList(0, end)) + last + items.get(end);
  }

  /** The plural of a noun, where the language has one. */
  String several(String noun) {
    return isChinese() || noun.indexOf('`') >= 0 ? noun : plural(noun);
  }

  /** Rows of the table: its label, or its name as a plural. */
  String rows(Table table) {
    return isChinese() ? label(table) : plural(spoken(table.name()));
  }

  /** One row of the table. */
  String row(Table table) {
    return isChinese() ? label(table) : singular(spoken(table.name()));
  }

  private static String label(Table table) {
    return label(table.comment()).orElse(table.name());
  }

  String column(Column column) {
    if (isChinese()) {
      return label(column.comment()).orElse(column.name());
    }
    String moment = MOMENTS.get(column.name().toLowerCase(Locale.ROOT));
    return moment == null ? spoken(column.name()) : moment;
  }

  private static Optional<String> label(String comment) {
    return Comment.parse(comment).labels().stream().filter(l -> HAN.matcher(l).find()).findFirst();
  }

  /** A stored value, with its meaning where the comment of the column gives one. */
  String value(String value, Optional<Column> column) {
    if (isChinese() && column.isPresent()) {
      String meaning = Comment.parse(column.get().comment()).values().get(value);
      if (meaning != null && HAN.matcher(meaning).find()) {
        return meaning + "（" + value + "）";
      }
    }
    return BARE_VALUE.matcher(value).matches() ? value : quoted(value);
  }

  String quoted(String value) {
    return isChinese() ? "“" + value + "”" : '"' + value + '"';
  }

  String inBrackets(String text) {
    return isChinese() ? "（" + text + "）" : "(" + text + ")";
  }

  /** SQL that has no other words. */
  String sql(String text) {
    return '`' + text + '`';
  }

  /** A name that belongs to something else, unless it says so itself. */
  String qualified(String qualifier, String name) {
    if (qualifier.isEmpty() || name.startsWith(qualifier) || overlaps(qualifier, name)) {
      return name;
    }
    boolean latin = isLatin(qualifier.charAt(qualifier.length() - 1)) && isLatin(name.charAt(0));
    return qualifier + (isChinese() ? latin ? "." : "" : " ") + name;
  }

  private static boolean isLatin(char c) {
    return c < 128;
  }

  /** 商品分类 and 分类名称, order item and item number. */
  private boolean overlaps(String qualifier, String name) {
    String end =
        isChinese()
            ? qualifier.substring(Math.max(0, qualifier.length() - 2))
            : qualifier.substring(qualifier.lastIndexOf(' ') + 1) + " ";
    return name.startsWith(end);
  }

  private static String spoken(String name) {
    String words = BOUNDARY.matcher(name).replaceAll(" ").strip();
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
    String lower = shouted || words.contains(" ") ? words.toLowerCase(Locale.ROOT) : words;
    int last = lower.lastIndexOf(' ') + 1;
    String end = SPOKEN.get(lower.substring(last));
    return end == null || (last == 0 && !end.equals("ID")) ? lower : lower.substring(0, last) + end;
  }

  private static String plural(String noun) {
    if (HAN.matcher(noun).find() || (noun.endsWith("s") && !noun.endsWith("ss"))) {
      return noun;
    }
    if (noun.endsWith("y") && !noun.matches(".*[aeiou]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.matches(".*(ss|x|ch|sh)") ? noun + "es" : noun + "s";
  }

  private static String singular(String noun) {
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (noun.matches(".*(sses|xes|ches|shes)")) {
      return noun.substring(0, noun.length() - 2);
    }
    return noun.matches(".*[^su]s") ? noun.substring(0, noun.length() - 1) : noun;
  }
}
