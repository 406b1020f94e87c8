package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;

/** Says what figures over many rows are. */
final class AggregateTerms {
  private static final Pattern FORMULA = Pattern.compile(" [×÷+−] ");

  private final Speech speech;
  private final Words words;
  private final Terms terms;

  AggregateTerms(Speech speech, Terms terms) {
    this.speech = speech;
    this.words = speech.words;
    this.terms = terms;
  }

  Term of(Expression.Call call, Level level, Level view) {
    String name = call.name();
    if (name.equals("COUNT")) {
      return count(call, level, view);
    }
    if (call.arguments().size() != 1) {
      return terms.sql(call);
    }
    Expression argument = call.arguments().get(0);
    Optional<Flag> flag = name.equals("SUM") ? Flag.of(argument) : Optional.empty();
    if (flag.isPresent()) {
      return flagged(flag.get(), level, view).orElseGet(() -> terms.sql(call));
    }
    Term term = terms.of(argument, level, view);
    if (term.text().startsWith("`")) {
      return terms.sql(call);
    }
    return figure(name, call.distinct(), term).orElseGet(() -> terms.sql(call));
  }

  private Optional<Term> figure(String name, boolean distinct, Term term) {
    if (distinct && (name.equals("SUM") || name.equals("AVG"))) {
      return Optional.empty();
    }
    Term.Kind kind = term.kind() == Term.Kind.OTHER ? Term.Kind.MEASURE : term.kind();
    boolean moment = kind == Term.Kind.MOMENT;
    return switch (name) {
      case "SUM" -> Optional.of(sum(term, kind));
      case "AVG" -> Optional.of(measured(term, "平均%s", "average", Term.Kind.MEASURE));
      case "MAX" ->
          Optional.of(
              moment
                  ? measured(term, "最晚%s", "latest", kind)
                  : measured(term, "最大%s", "maximum", kind));
      case "MIN" ->
          Optional.of(
              moment
                  ? measured(term, "最早%s", "earliest", kind)
                  : measured(term, "最小%s", "minimum", kind));
      case "GROUP_CONCAT" -> Optional.of(measured(term, "%s列表", "list of", Term.Kind.OTHER));
      default -> Optional.empty();
    };
  }

  private Term measured(Term term, String chinese, String english, Term.Kind kind) {
    boolean formula = FORMULA.matcher(term.text()).find();
    String text = formula ? words.inBrackets(term.text()) : term.text();
    return words.isChinese()
        ? new Term(term.qualifier(), String.format(chinese, text), kind)
        : Term.of(english + (formula ? " of " + text : " " + term.in(words)), kind);
  }

  /** 总金额, but 当月工时之和. */
  private Term sum(Term term, Term.Kind kind) {
    boolean isShort = term.text().length() == 2 && !term.text().endsWith("计");
    boolean formula = FORMULA.matcher(term.text()).find();
    String english = formula ? "sum" : term.text().startsWith("total ") ? "sum of the" : "total";
    return measured(term, isShort ? "总%s" : "%s之和", english, kind);
  }

  /** What is summed up where a condition is met, and 0 elsewhere. */
  private Optional<Term> flagged(Flag flag, Level level, Level view) {
    String clause = speech.predicates.of(flag.condition(), level).plain();
    boolean counted = flag.isNumber();
    Term value = terms.of(flag.value(), level, view);
    if (!counted && value.text().startsWith("`")) {
      return Optional.empty();
    }
    Term sum = counted ? number(rows(level)) : sum(value, Term.Kind.MEASURE);
    return Optional.of(
        Term.of(words.say("%1$s的%2$s", "(%2$s where %1$s)", clause, sum.in(words)), sum.kind()));
  }

  private Term count(Expression.Call call, Level level, Level view) {
    Optional<Expression> argument = call.argument(0).filter(a -> !isConstant(a));
    if (call.distinct()) {
      List<String> names =
          call.arguments().stream().map(a -> terms.of(a, level, view).in(words)).toList();
      return number(words.say("不同%s", "distinct %s", words.all(plurals(names))));
    }
    if (argument.isEmpty()) {
      return number(rows(level));
    }
    Optional<Table> counted = counted(argument.get(), level);
    if (counted.isPresent()) {
      return number(words.rows(counted.get()));
    }
    Term term = terms.of(argument.get(), level, view);
    return Term.of(
        words.say("%s不为空的行数", "number of rows with %s", term.in(words)), Term.Kind.NUMBER);
  }

  private List<String> plurals(List<String> names) {
    return names.stream().map(words::several).toList();
  }

  private Term number(String rows) {
    return Term.of(words.say("%s数量", "number of %s", rows), Term.Kind.NUMBER);
  }

  /** What the rows are that COUNT(*) counts. */
  private String rows(Level level) {
    Grain grain = level.grain();
    if (grain.padded()) {
      return words.say("结果行", "rows");
    }
    boolean grouped = grain.only().flatMap(Source::level).filter(Level::isGrouped).isPresent();
    return grouped
        ? speech.nouns.of(level).rows()
        : grain.table().map(words::rows).orElseGet(() -> words.say("行", "rows"));
  }

  /** A column that is never empty counts the rows of its table, where each occurs once. */
  private static Optional<Table> counted(Expression argument, Level level) {
    if (!(argument instanceof Expression.Column column)) {
      return Optional.empty();
    }
    return level
        .resolve(column)
        .filter(Resolved.Stored.class::isInstance)
        .map(Resolved.Stored.class::cast)
        .filter(s -> !s.column().nullable() || s.table().primaryKey().contains(s.column().name()))
        .filter(s -> level.grain().only().filter(s.source()::equals).isPresent())
        .map(Resolved.Stored::table);
  }

  private static boolean isConstant(Expression argument) {
    return argument instanceof Expression.Star
        || (argument instanceof Expression.Literal literal && !literal.text().equals("NULL"));
  }
}
