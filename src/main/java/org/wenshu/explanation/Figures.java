package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Select;

/** Says what a SELECT yields that counts, sums up or groups. */
final class Figures {
  private static final int MOST_FIGURES = 5;

  private final Speech speech;
  private final Words words;
  private final Superlative superlative;

  Figures(Speech speech, Superlative superlative) {
    this.speech = speech;
    this.words = speech.words;
    this.superlative = superlative;
  }

  String of(Level level) {
    Noun noun = speech.nouns.of(level);
    return level.isGrouped() ? grouped(noun, level) : overall(noun, level);
  }

  private List<String> terms(Level level) {
    Set<String> keys = grouped(level).stream().map(SqlText::of).collect(Collectors.toSet());
    List<String> terms = new ArrayList<>();
    for (Select.Item item : level.select().items()) {
      if (Aggregates.isIn(item.expression())
          || (!keys.contains(SqlText.of(item.expression())) && !isName(item, level))) {
        terms.add(speech.terms.text(item.expression(), level));
      }
    }
    return terms;
  }

  /** A column of a table that is grouped by its key says which group it is. */
  private static boolean isName(Select.Item item, Level level) {
    return level.isGrouped() && item.expression() instanceof Expression.Column;
  }

  private static List<Expression> grouped(Level level) {
    return level.select().groupBy().stream().map(g -> level.labelled(g.expression())).toList();
  }

  private String overall(Noun noun, Level level) {
    List<String> terms = terms(level);
    String having = having(level);
    String number = words.say("%s数量", "number of %s", noun.rows());
    if (terms.equals(List.of(number))) {
      return words.isChinese()
          ? noun.in(words, noun.rows() + "总数") + having
          : "number of " + noun.in(words, noun.rows()) + having;
    }
    String list = Briefs.listed(terms, words, MOST_FIGURES);
    if (words.isChinese()) {
      boolean named = terms.stream().allMatch(t -> t.startsWith(noun.rows()));
      boolean glued = terms.size() == 1 && noun.isWhole() && list.indexOf('`') < 0;
      String of = noun.in(words, noun.rows()) + (glued ? "" : "的");
      return (named ? noun.in(words, list) : of + list) + having;
    }
    String rows = noun.isWhole() ? "all " + noun.rows() : noun.in(words, noun.rows());
    return list.replace(number, "number") + " of " + rows + having;
  }

  private String having(Level level) {
    return level
        .select()
        .having()
        .map(h -> speech.predicates.and(speech.predicates.all(Conjunction.of(h), level)))
        .map(c -> words.say("，仅当%s", ", only if %s", c.plain()))
        .orElse("");
  }

  private String grouped(Noun noun, Level level) {
    List<String> terms = terms(level);
    List<Clause> having =
        level
            .select()
            .having()
            .map(h -> speech.predicates.all(Conjunction.of(h), level))
            .orElse(List.of());
    if (terms.isEmpty()) {
      return groups(noun, having, level);
    }
    String each = each(level);
    String list = Briefs.listed(terms, words, MOST_FIGURES);
    boolean counted = terms.stream().anyMatch(t -> t.contains(noun.rows()));
    String text;
    if (words.isChinese()) {
      String among = counted && noun.isWhole() ? "" : noun.in(words, noun.rows()) + "中";
      text = among + each + "的" + list + by(level);
    } else {
      String of = counted ? "" : " of " + noun.rows();
      String among = noun.isWhole() ? "" : ", for " + noun.in(words, noun.rows());
      text = list + of + " " + each + among;
    }
    if (!having.isEmpty()) {
      Clause clause = speech.predicates.and(having);
      text += words.say("，仅保留%s的组", ", only where %s", clause.plain());
    }
    return text + cut(level);
  }

  /** Groups of the calendar in their own order need not be said to be sorted. */
  private String cut(Level level) {
    boolean natural =
        level.limit().isEmpty()
            && level.orderBy().stream()
                .allMatch(
                    o ->
                        !Superlative.isDescending(o)
                            && Periods.of(level.labelled(o.expression())).isPresent());
    return natural ? "" : speech.briefs.cut(level.orderBy(), level.limit(), level);
  }

  private String each(Level level) {
    List<String> spans = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (Expression key : grouped(level)) {
      Optional<Periods> period = Periods.of(key).filter(p -> !p.repeated());
      if (period.isPresent()) {
        spans.add(spanned(period.get(), level));
      } else {
        others.add(key);
      }
    }
    List<String> names = new Keys(speech).of(others, level);
    String each = names.isEmpty() ? "" : words.say("各%s", "for each %s", words.all(names));
    return words.isChinese()
        ? each + String.join("", spans)
        : String.join(" ", List.of(each, String.join(" ", spans))).strip();
  }

  private String spanned(Periods period, Level level) {
    String span = period.span().in(words);
    return words.isChinese()
        ? "每" + span
        : "per " + span + " of the " + speech.terms.text(period.of(), level);
  }

  /** By which moment the spans are taken, behind everything else. */
  private String by(Level level) {
    List<String> moments =
        grouped(level).stream()
            .flatMap(k -> Periods.of(k).filter(p -> !p.repeated()).stream())
            .map(p -> speech.terms.text(p.of(), level))
            .distinct()
            .toList();
    return moments.isEmpty() ? "" : "（按" + words.all(moments) + "）";
  }

  String keys(Level level) {
    return words.all(new Keys(speech).of(grouped(level), level));
  }

  /** Nothing but the groups themselves is shown. */
  private String groups(Noun noun, List<Clause> having, Level level) {
    List<String> names = new Keys(speech).of(grouped(level), level);
    String keys =
        words.all(names.stream().map(n -> words.isChinese() ? n : Words.plural(n)).toList());
    Noun groups = new Noun(keys, words.all(names), having);
    Optional<String> first =
        level.limit().flatMap(l -> superlative.first(level.orderBy(), level, level));
    String among =
        noun.isWhole() ? "" : words.say("%s中，", ", among %s", noun.in(words, noun.rows()));
    String text;
    boolean said = first.isPresent() && level.limit().get().offset().isEmpty();
    if (said) {
      text = listings().first(groups, first.get(), level.limit().get().count());
    } else {
      text = groups.isWhole() ? words.say("不同%s", "distinct %s", keys) : groups.in(words, keys);
    }
    String whole = words.isChinese() ? among + text : text + among;
    return said ? whole : whole + speech.briefs.cut(level.orderBy(), level.limit(), level);
  }

  private Listings listings() {
    return new Listings(speech, superlative);
  }
}
