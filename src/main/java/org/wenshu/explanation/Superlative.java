package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;

/** Says how rows are sorted, and which come first. */
final class Superlative {
  private final Speech speech;
  private final Words words;

  Superlative(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
  }

  /** The word for what comes first: highest, latest, fewest. */
  private String word(Term.Kind kind, boolean descending) {
    return switch (kind) {
      case NUMBER -> descending ? words.say("最多", "highest") : words.say("最少", "lowest");
      case MEASURE -> descending ? words.say("最高", "highest") : words.say("最低", "lowest");
      case MOMENT -> descending ? words.say("最晚", "latest") : words.say("最早", "earliest");
      case OTHER -> "";
    };
  }

  /** "amount highest", for sorting by one thing that has a first; empty for any other. */
  Optional<String> first(List<OrderItem> order, Level level, Level view) {
    if (order.isEmpty() || (order.size() > 1 && !isTieBreaker(order.get(1), level))) {
      return Optional.empty();
    }
    Term term = term(order.get(0), level, view);
    String word = word(term.kind(), isDescending(order.get(0)));
    return word.isEmpty() || term.text().startsWith("`")
        ? Optional.empty()
        : Optional.of(words.say("%2$s%1$s", "%1$s %2$s", word, term.in(words)));
  }

  /** The rows that come first. */
  String rows(Noun noun, String first, String count) {
    boolean one = count.equals("1");
    String text;
    if (words.isChinese()) {
      String number = one ? "" : " " + count + " 个";
      text =
          noun.isWhole()
              ? first + "的" + number + noun.rows()
              : noun.in(words, noun.rows()) + "中" + first + "的" + (one ? "一个" : number);
    } else {
      String rows = one ? noun.row() : count + " " + noun.rows();
      String among = noun.isWhole() ? "" : " among " + noun.those(words);
      text = "the " + rows + " with the " + first + among;
    }
    return text;
  }

  private static boolean isTieBreaker(OrderItem item, Level level) {
    return item.expression() instanceof Expression.Column column
        && level
            .resolve(column)
            .filter(Resolved.Stored.class::isInstance)
            .map(Resolved.Stored.class::cast)
            .filter(s -> s.table().primaryKey().contains(s.column().name()))
            .isPresent();
  }

  private Term term(OrderItem item, Level level, Level view) {
    Expression expression = level == view ? level.labelled(item.expression()) : item.expression();
    return speech.terms.of(expression, level, view);
  }

  static boolean isDescending(OrderItem item) {
    return item.direction().equals("DESC");
  }

  /** How rows are sorted, such as "sorted by amount, highest first". */
  String sorted(List<OrderItem> order, Level level) {
    List<String> keys =
        order.stream().map(item -> sorted(term(item, level, level), isDescending(item))).toList();
    return words.say("按%s排列", "sorted by %s", String.join(words.say("、", ", then by "), keys));
  }

  private String sorted(Term term, boolean descending) {
    String name = term.in(words);
    return switch (term.kind()) {
      case NUMBER ->
          descending
              ? words.say("%s从多到少", "%s, highest first", name)
              : words.say("%s从少到多", "%s, lowest first", name);
      case MEASURE ->
          descending
              ? words.say("%s从高到低", "%s, highest first", name)
              : words.say("%s从低到高", "%s, lowest first", name);
      case MOMENT ->
          descending
              ? words.say("%s从晚到早", "%s, latest first", name)
              : words.say("%s从早到晚", "%s, earliest first", name);
      case OTHER ->
          descending ? words.say("%s降序", "%s in reverse", name) : words.say("%s升序", "%s", name);
    };
  }
}
