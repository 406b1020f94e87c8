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
  private final Groups groups;

  Figures(Speech speech, Superlative superlative) {
    this.speech = speech;
    this.words = speech.words;
    this.superlative = superlative;
    this.groups = new Groups(speech);
  }

  String of(Level level) {
    Noun noun = speech.nouns.of(level);
    return level.isGrouped() ? grouped(noun, level) : overall(noun, level);
  }

  /** The names of groups, in one phrase. */
  String keys(Level level) {
    return words.all(groups.names(level).stream().map(words::several).toList());
  }

  private List<String> terms(Level level) {
    Set<String> keys = Groups.of(level).stream().map(SqlText::of).collect(Collectors.toSet());
    List<String> terms = new ArrayList<>();
    for (Select.Item item : level.select().items()) {
      if (Summaries.isIn(item.expression())
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

  private String overall(Noun noun, Level level) {
    List<String> terms = new ArrayList<>(terms(level));
    String number = words.say("%s数量", "number of %s", noun.rows());
    String total = words.say("%s总数", "number of %s", noun.rows());
    terms.replaceAll(t -> t.equals(number) ? total : t);
    String list = Briefs.listed(Pronouns.of(terms, words), words, MOST_FIGURES);
    String text = words.isChinese() ? chinese(terms, list, noun) : english(terms, list, noun);
    return text + having(level);
  }

  private String chinese(List<String> terms, String list, Noun noun) {
    boolean named = terms.get(0).startsWith(noun.rows());
    boolean inside = terms.get(0).contains(noun.rows());
    if (named || (inside && noun.isWhole())) {
      return noun.in(words, list);
    }
    boolean glued = terms.size() == 1 && noun.isWhole() && list.indexOf('`') < 0;
    return noun.in(words, noun.rows()) + (glued ? "" : "的") + list;
  }

  private String english(List<String> terms, String list, Noun noun) {
    String number = "number of " + noun.rows();
    String rows = noun.in(words, noun.rows());
    if (terms.equals(List.of(number))) {
      return "number of " + rows;
    }
    boolean inside = terms.stream().anyMatch(t -> t.contains(noun.rows()) && !t.equals(number));
    if (inside && noun.isWhole()) {
      return list;
    }
    return list.replace(number, "number") + " of " + (noun.isWhole() ? "all " : "") + rows;
  }

  private String having(Level level) {
    List<Clause> having = clauses(level);
    return having.isEmpty()
        ? ""
        : words.say("，仅当%s", ", only if %s", speech.predicates.and(having).plain());
  }

  private List<Clause> clauses(Level level) {
    return level
        .select()
        .having()
        .map(h -> speech.predicates.all(Conjunction.of(h), level))
        .orElse(List.of());
  }

  private String grouped(Noun noun, Level level) {
    List<String> terms = terms(level);
    List<Clause> having = clauses(level);
    return terms.isEmpty()
        ? groups(noun, having, level)
        : groups.figures(terms, noun, level) + kept(having) + cut(level);
  }

  private String kept(List<Clause> clauses) {
    return clauses.isEmpty()
        ? ""
        : words.say("，仅保留%s的组", ", only where %s", speech.predicates.and(clauses).plain());
  }

  /** Groups of the calendar in their own order need not be said to be sorted. */
  private String cut(Level level) {
    boolean natural =
        level.limit().isEmpty()
            && level.orderBy().stream()
                .allMatch(
                    o ->
                        !Superlative.isDescending(o)
                            && isPeriod(level.labelled(o.expression()), level));
    return natural ? "" : speech.briefs.cut(level.orderBy(), level.limit(), level);
  }

  private static boolean isPeriod(Expression expression, Level level) {
    if (expression instanceof Expression.Column column) {
      return level
          .resolve(column)
          .filter(Resolved.Computed.class::isInstance)
          .map(Resolved.Computed.class::cast)
          .filter(c -> c.within() != level && isPeriod(c.expression(), c.within()))
          .isPresent();
    }
    return Periods.of(expression).isPresent();
  }

  /** Nothing but the groups themselves is shown. */
  private String groups(Noun noun, List<Clause> having, Level level) {
    String keys = keys(level);
    Noun named = new Noun(keys, words.all(groups.names(level)), having);
    Optional<String> first =
        level.limit().flatMap(l -> superlative.first(level.orderBy(), level, level));
    boolean said = first.isPresent() && level.limit().get().offset().isEmpty();
    String among =
        noun.isWhole() ? "" : words.say("%s中，", ", among %s", noun.in(words, noun.rows()));
    String text;
    if (said) {
      text = superlative.rows(named, first.get(), level.limit().get().count());
    } else {
      text = named.isWhole() ? words.say("不同%s", "distinct %s", keys) : named.in(words, keys);
    }
    String whole = words.isChinese() ? among + text : text + among;
    return said ? whole : whole + speech.briefs.cut(level.orderBy(), level.limit(), level);
  }

  /**
   * The level shows rows of a SELECT that groups, with more figures or fewer rows; empty when it
   * does not.
   */
  Optional<String> passedOn(Level level) {
    Optional<Level> inner =
        level.grain().only().flatMap(Source::level).filter(Nouns::isPassedOnInGroups);
    if (inner.isEmpty() || level.sources().size() > 1 || level.isDistinct()) {
      return Optional.empty();
    }
    Set<String> keys = Groups.of(inner.get()).stream().map(SqlText::of).collect(Collectors.toSet());
    List<String> terms = new ArrayList<>();
    for (Select.Item item : level.select().items()) {
      if (!isKey(item.expression(), level, keys)) {
        terms.add(speech.terms.text(item.expression(), level));
      }
    }
    if (terms.isEmpty()
        || level.select().items().stream()
            .anyMatch(i -> i.expression() instanceof Expression.Star)) {
      return Optional.empty();
    }
    List<Clause> kept = speech.predicates.all(Nouns.spoken(level), level);
    String figures = groups.figures(terms, speech.nouns.of(inner.get()), inner.get());
    return Optional.of(figures + kept(kept) + cut(level));
  }

  private static boolean isKey(Expression expression, Level level, Set<String> keys) {
    return expression instanceof Expression.Column column
        && level
            .resolve(column)
            .filter(Resolved.Computed.class::isInstance)
            .map(r -> SqlText.of(((Resolved.Computed) r).expression()))
            .filter(keys::contains)
            .isPresent();
  }
}
