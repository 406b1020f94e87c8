package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/** Says what the rows of a SELECT are, before it groups, sorts or cuts them. */
final class Nouns {
  private static final int LONGEST = 160;

  private final Speech speech;
  private final Words words;

  Nouns(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
  }

  Noun of(Level level) {
    return of(level, spoken(level));
  }

  /** The rows that fulfil only some of the level's conditions. */
  Noun of(Level level, List<Expression> predicates) {
    List<Clause> conditions = new ArrayList<>();
    Noun source = source(level.grain());
    conditions.addAll(source.conditions());
    conditions.addAll(speech.predicates.all(predicates, level));
    return new Noun(source.rows(), source.row(), conditions);
  }

  private Noun source(Grain grain) {
    List<Noun> many = grain.many().stream().map(this::source).toList();
    if (many.size() == 1) {
      return many.get(0);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < many.size(); i++) {
      Noun noun = many.get(i);
      String name = noun.in(words, noun.rows());
      String alias = words.inBrackets(grain.many().get(i).alias());
      boolean twice = many.stream().filter(n -> n.rows().equals(noun.rows())).count() > 1;
      names.add(twice ? name + words.say("", " ") + alias : name);
    }
    String rows = words.all(names);
    return new Noun(
        words.say("%s的组合", "combinations of %s", rows),
        words.say("%s的组合", "combination of %s", rows),
        List.of());
  }

  private Noun source(Source source) {
    if (source.table().isPresent()) {
      return source
          .table()
          .map(t -> new Noun(words.rows(t), words.row(t), List.of()))
          .orElseThrow();
    }
    if (source.level().isPresent()) {
      return passedOn(source.level().orElseThrow(), source);
    }
    if (source.derived().isPresent()) {
      return opaque(source.derived().orElseThrow(), source);
    }
    return unread(source);
  }

  private Noun unread(Source source) {
    String name = source.name().isEmpty() ? source.alias() : source.name();
    return new Noun(words.say("%s 的行", "rows of %s", name), name, List.of());
  }

  /** Rows that a derived table passes on as they are, or groups. */
  private Noun passedOn(Level level, Source source) {
    if (isPassedOnInGroups(level)) {
      String keys = speech.briefs.keys(level);
      Noun inner = of(level);
      return new Noun(keys, keys, inner.conditions());
    }
    boolean plain = !level.isAggregated() && !level.isDistinct() && level.limit().isEmpty();
    return plain && !level.sources().isEmpty() ? of(level) : opaque(level, source);
  }

  /** Whether each of the rows stands for one group, and none is left out. */
  static boolean isPassedOnInGroups(Level level) {
    return level.isGrouped()
        && level.limit().isEmpty()
        && level.select().having().isEmpty()
        && !level.select().rollup();
  }

  private Noun opaque(Reading reading, Source source) {
    return speech
        .briefs
        .inside(reading)
        .map(
            b ->
                new Noun(
                    words.say("（%s）的结果行", "rows of (%s)", b),
                    words.say("（%s）的结果行", "row of (%s)", b),
                    List.of()))
        .orElseGet(() -> unread(source));
  }

  /**
   * The rows of an EXISTS that belong to the row outside; empty when they do not, or when it is no
   * plain list of rows.
   */
  Optional<String> belonging(Reading reading) {
    if (!(reading instanceof Level level)
        || level.isAggregated()
        || level.limit().isPresent()
        || level.sources().isEmpty()) {
      return Optional.empty();
    }
    boolean tied =
        level.conditions().stream()
            .flatMap(c -> KeyLink.of(c, level).stream())
            .anyMatch(
                l -> !level.sources().contains(l.left()) || !level.sources().contains(l.right()));
    List<Expression> predicates = new ArrayList<>(spoken(level));
    predicates.removeIf(e -> isUsual(e, level, false));
    Noun noun = of(level, predicates);
    return Optional.of(noun.in(words, noun.rows()))
        .filter(rows -> tied && rows.length() <= LONGEST);
  }

  /** The predicates worth telling: all but those that follow a key. */
  static List<Expression> spoken(Level level) {
    List<Expression> spoken = new ArrayList<>();
    for (Source source : level.sources()) {
      if (!source.isOuter()) {
        source.on().map(Conjunction::of).orElse(List.of()).forEach(spoken::add);
      }
    }
    spoken.addAll(level.conditions());
    spoken.removeIf(e -> isUsual(e, level, true));
    return spoken;
  }

  /** Whether the predicate follows a key, be it within the level or also to a level around it. */
  private static boolean isUsual(Expression predicate, Level level, boolean within) {
    return KeyLink.of(predicate, level)
        .filter(KeyLink::isUsual)
        .filter(
            l ->
                !within
                    || (level.sources().contains(l.left()) && level.sources().contains(l.right())))
        .isPresent();
  }

  /** What limits which rows an outer join finds, beyond its key. */
  String joinNotes(Level level) {
    List<Expression> further = new ArrayList<>();
    for (Source source : level.sources()) {
      if (source.isOuter()) {
        source.on().map(Conjunction::of).orElse(List.of()).forEach(further::add);
      }
    }
    further.removeIf(e -> KeyLink.of(e, level).filter(KeyLink::isUsual).isPresent());
    if (further.isEmpty()) {
      return "";
    }
    String clause = speech.predicates.and(speech.predicates.all(further, level)).plain();
    return words.say("（仅关联%s的行）", " (joined only where %s)", clause);
  }
}
