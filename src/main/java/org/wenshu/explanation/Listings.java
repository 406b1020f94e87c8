package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;

/** Says what a SELECT lists that shows rows one by one. */
final class Listings {
  private static final int MOST_COLUMNS = 4;

  private final Speech speech;
  private final Words words;
  private final Superlative superlative;

  Listings(Speech speech, Superlative superlative) {
    this.speech = speech;
    this.words = speech.words;
    this.superlative = superlative;
  }

  /** The rows, and whether how they are sorted and cut has been said with them. */
  private record Rows(String text, String noun, boolean cutSaid) {}

  String of(Level level) {
    List<Expression> predicates = new ArrayList<>(Nouns.spoken(level));
    Optional<Ranked> ranked = Ranked.of(level);
    ranked.ifPresent(r -> predicates.remove(r.predicate()));
    Noun noun = speech.nouns.of(level, predicates);
    Columns columns = columns(level);
    Rows rows =
        ranked
            .flatMap(r -> ranked(r, noun, level))
            .orElseGet(() -> rows(noun, level, columns.figures()));
    String cut = rows.cutSaid() ? "" : speech.briefs.cut(level.orderBy(), level.limit(), level);
    return of(rows, columns, level.isDistinct()) + cut;
  }

  private String of(Rows rows, Columns columns, boolean distinct) {
    if (columns.terms().isEmpty()) {
      return distinct ? words.say("%s（去重）", "distinct %s", rows.text()) : rows.text();
    }
    List<String> terms = Pronouns.of(columns.terms(), words);
    String list = Briefs.listed(terms, words, MOST_COLUMNS);
    String shown = distinct ? distinct(terms) : list;
    if (columns.whole()) {
      return words.say("%1$s及其%2$s", "%1$s with %2$s", rows.text(), shown);
    }
    boolean named =
        rows.text().endsWith(rows.noun())
            && columns.terms().stream().allMatch(t -> t.startsWith(rows.noun()));
    String text = rows.text();
    return words.isChinese()
        ? (named ? text.substring(0, text.length() - rows.noun().length()) : text + "的") + shown
        : shown + (text.startsWith("each ") ? " for " : " of ") + text;
  }

  private String distinct(List<String> terms) {
    List<String> several = terms.stream().map(words::several).toList();
    return words.say("不同%s", "distinct %s", Briefs.listed(several, words, MOST_COLUMNS));
  }

  private Rows rows(Noun noun, Level level, boolean each) {
    Optional<String> first =
        level.limit().flatMap(l -> superlative.first(level.orderBy(), level, level));
    if (level.limit().isPresent() && isPlain(level.limit().get())) {
      String count = level.limit().get().count();
      if (first.isPresent()) {
        return firstRows(noun, first.get(), count);
      }
      if (level.orderBy().isEmpty()) {
        return leading(noun, count);
      }
    }
    boolean unsorted = level.orderBy().isEmpty() && level.limit().isEmpty();
    if (each) {
      String which = noun.in(words, words.isChinese() ? noun.rows() : noun.row());
      return new Rows(words.say("各%s", "each %s", which), noun.rows(), unsorted);
    }
    return new Rows(
        noun.isWhole() ? words.say("全部%s", "all %s", noun.rows()) : noun.in(words, noun.rows()),
        noun.rows(),
        unsorted);
  }

  private static boolean isPlain(Query.Limit limit) {
    return limit.offset().filter(o -> !o.equals("0")).isEmpty();
  }

  private Rows firstRows(Noun noun, String first, String count) {
    return new Rows(superlative.rows(noun, first, count), noun.rows(), true);
  }

  private Rows leading(Noun noun, String count) {
    String rows = words.say("前 %1$s 个%2$s", "the first %1$s %2$s", count, noun.rows());
    return new Rows(noun.in(words, rows), noun.rows(), true);
  }

  private Optional<Rows> ranked(Ranked ranked, Noun noun, Level level) {
    Optional<String> first =
        superlative.first(ranked.window().orderBy(), ranked.within(), ranked.within());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String best = superlative.rows(noun, first.get(), Long.toString(ranked.rows()));
    List<String> groups = new Keys(speech).of(ranked.window().partitionBy(), ranked.within());
    String text =
        groups.isEmpty()
            ? best
            : words.say("各%2$s中%1$s", "%1$s in each %2$s", best, words.all(groups));
    boolean unsorted = level.orderBy().isEmpty() && level.limit().isEmpty();
    return Optional.of(new Rows(text, noun.rows(), unsorted));
  }

  /**
   * What is shown of each row.
   *
   * @param whole whether the rows are shown as they are, and the terms are what is added
   * @param figures whether a figure of its own is among it for each row
   */
  private record Columns(List<String> terms, boolean whole, boolean figures) {}

  private Columns columns(Level level) {
    Optional<Table> table = level.grain().table();
    List<String> terms = new ArrayList<>();
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean whole = false;
    boolean figures = false;
    for (Select.Item item : level.select().items()) {
      if (item.expression() instanceof Expression.Star star) {
        whole |= isSubject(star, level);
        starred(star, level).forEach(terms::add);
      } else {
        figures |= isFigure(item.expression(), level);
        terms.add(speech.terms.text(item.expression(), level));
        ownColumn(item.expression(), level, table).ifPresent(own::add);
      }
    }
    boolean complete =
        table.filter(t -> t.columns().stream().allMatch(c -> own.contains(c.name()))).isPresent();
    if (complete && own.size() == terms.size()) {
      return new Columns(List.of(), true, false);
    }
    return new Columns(figures ? withoutName(terms, level) : terms, whole, figures);
  }

  private static Optional<String> ownColumn(
      Expression expression, Level level, Optional<Table> table) {
    return expression instanceof Expression.Column column
        ? stored(column, level)
            .filter(s -> table.map(Table::name).filter(s.table().name()::equals).isPresent())
            .map(s -> s.column().name())
        : Optional.empty();
  }

  private static Optional<Resolved.Stored> stored(Expression.Column column, Level level) {
    Optional<Resolved> resolved = level.resolve(column);
    while (resolved.isPresent()
        && resolved.get() instanceof Resolved.Computed computed
        && computed.within() != level
        && computed.expression() instanceof Expression.Column inner) {
      resolved = computed.within().resolve(inner);
    }
    return resolved.filter(Resolved.Stored.class::isInstance).map(Resolved.Stored.class::cast);
  }

  private static boolean isSubject(Expression.Star star, Level level) {
    Grain grain = level.grain();
    return level.starSources(star).stream()
        .anyMatch(s -> grain.only().filter(s::equals).isPresent());
  }

  /** Everything of tables that are only looked up. */
  private List<String> starred(Expression.Star star, Level level) {
    Grain grain = level.grain();
    return level.starSources(star).stream()
        .filter(
            s -> grain.many().size() > 1 ? !star.qualifier().isEmpty() : !grain.many().contains(s))
        .map(s -> s.table().map(words::row).orElse(s.alias()))
        .map(n -> words.say("%s的全部字段", "all columns of the %s", n))
        .toList();
  }

  private static boolean isPassedOnFigure(Resolved.Computed computed) {
    return computed.expression() instanceof Expression.Column
        && isFigure(computed.expression(), computed.within());
  }

  private static boolean isFigure(Expression expression, Level level) {
    if (expression instanceof Expression.Column column) {
      return level
          .resolve(column)
          .filter(Resolved.Computed.class::isInstance)
          .map(r -> ((Resolved.Computed) r))
          .filter(c -> c.within() != level)
          .filter(c -> Summaries.isIn(c.expression()) || isPassedOnFigure(c))
          .isPresent();
    }
    return expression.children().stream().anyMatch(c -> isFigure(c, level))
        || expression instanceof Expression.SubQuery;
  }

  /** "Number of orders of each user" needs no name of the user. */
  private List<String> withoutName(List<String> terms, Level level) {
    Expression first = level.select().items().get(0).expression();
    boolean name =
        first instanceof Expression.Column column
            && stored(column, level)
                .filter(s -> s.column().name().toLowerCase(Locale.ROOT).endsWith("name"))
                .filter(s -> level.grain().table().filter(s.table()::equals).isPresent())
                .isPresent();
    return name && terms.size() > 1 ? terms.subList(1, terms.size()) : terms;
  }
}
