package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Query;

/** Says in one phrase what a query yields. */
final class Briefs {
  private static final int LONGEST_INSIDE = 160;

  private final Speech speech;
  private final Words words;
  private final Listings listings;
  private final Figures figures;
  private final Superlative superlative;
  private final IdentityHashMap<Reading, String> said = new IdentityHashMap<>();

  Briefs(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
    this.superlative = new Superlative(speech);
    this.listings = new Listings(speech, superlative);
    this.figures = new Figures(speech, superlative);
  }

  String of(Reading reading) {
    String known = said.get(reading);
    if (known == null) {
      known = say(reading);
      said.put(reading, known);
    }
    return known;
  }

  /** The phrase for a query that is a part of another phrase; empty when it would hide that one. */
  Optional<String> inside(Reading reading) {
    return Optional.of(of(reading)).filter(b -> b.length() <= LONGEST_INSIDE);
  }

  private String say(Reading reading) {
    if (reading instanceof Reading.Combined combined) {
      return combined(combined);
    }
    Level level = (Level) reading;
    if (level.sources().isEmpty()) {
      return constants(level);
    }
    String notes = speech.nouns.joinNotes(level);
    String text =
        level.isAggregated()
            ? figures.of(level)
            : figures.passedOn(level).orElseGet(() -> listings.of(level));
    return text + notes;
  }

  /** What a level groups by. */
  String keys(Level level) {
    return figures.keys(level);
  }

  private String constants(Level level) {
    List<String> terms =
        level.select().items().stream().map(i -> speech.terms.text(i.expression(), level)).toList();
    return words.say("%s的值", "the value of %s", words.all(terms));
  }

  private String combined(Reading.Combined combined) {
    StringBuilder text = new StringBuilder(part(combined.parts().get(0)));
    for (int i = 0; i < combined.operators().size(); i++) {
      text.append(between(combined.operators().get(i))).append(part(combined.parts().get(i + 1)));
    }
    Level first = combined.first();
    return text + cut(combined.orderBy(), combined.limit(), first);
  }

  private String part(Reading part) {
    String brief = of(part);
    return part instanceof Reading.Combined ? words.say("（%s）", "(%s)", brief) : brief;
  }

  private String between(String operator) {
    if (operator.startsWith("UNION")) {
      return operator.endsWith("ALL")
          ? words.say("，加上", ", together with ")
          : words.say("，加上（去重）", ", together with (without repetitions) ");
    }
    return operator.startsWith("INTERSECT")
        ? words.say("，且同时属于", ", that are also among ")
        : words.say("，但不属于", ", but not among ");
  }

  /** How rows are sorted and cut, behind everything else. */
  String cut(List<OrderItem> order, Optional<Query.Limit> limit, Level level) {
    List<String> parts = new ArrayList<>();
    if (!order.isEmpty()) {
      parts.add(superlative.sorted(order, level));
    }
    limit.ifPresent(l -> parts.add(limited(l)));
    String comma = words.say("，", ", ");
    return parts.isEmpty() ? "" : comma + String.join(comma, parts);
  }

  private String limited(Query.Limit limit) {
    return limit
        .offset()
        .filter(o -> !o.equals("0"))
        .map(
            o ->
                words.say("跳过 %1$s 行后取 %2$s 行", "%2$s rows after the first %1$s", o, limit.count()))
        .orElseGet(() -> words.say("取前 %s 行", "the first %s rows", limit.count()));
  }

  /** A list of values, the longer ones cut. */
  static String listed(List<String> items, Words words, int most) {
    if (items.size() <= most) {
      return words.all(items);
    }
    String shown = String.join(words.say("、", ", "), items.subList(0, most - 1));
    return words.say(
        "%1$s 等 %2$d 项", "%1$s and %3$d more", shown, items.size(), items.size() - most + 1);
  }
}
