package org.wenshu.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.schema.Column;
import org.wenshu.sql.tree.Expression;

/** Says what a value is held against. */
final class Comparisons {
  private static final Map<String, Wordings> ORDERED =
      Map.of(
          ">", new Wordings("大于", "is more than", "晚于", "is after"),
          ">=", new Wordings("不小于", "is at least", "不早于", "is on or after"),
          "<", new Wordings("小于", "is less than", "早于", "is before"),
          "<=", new Wordings("不大于", "is at most", "不晚于", "is on or before"));

  private record Wordings(String chinese, String english, String later, String laterEnglish) {}

  private final Speech speech;
  private final Words words;

  Comparisons(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
  }

  /** The comparison; empty when it has no words. */
  Optional<Clause> of(Expression.Chain chain, Level level) {
    String operator = chain.operators().get(0);
    boolean not = operator.startsWith("NOT ");
    String kind = not ? operator.substring(4) : operator;
    Term left = speech.terms.of(chain.operands().get(0), level);
    Optional<String> rest =
        switch (kind) {
          case "=", "<>", "!=" -> equality(chain, kind, level);
          case ">", ">=", "<", "<=" -> ordered(chain, left, level);
          case "BETWEEN" -> between(chain, not, level);
          case "IN" -> in(chain, not, level);
          case "LIKE" -> like(chain, not);
          case "REGEXP" -> regular(chain, not, level);
          default -> Optional.empty();
        };
    return rest.map(r -> Clause.whose(left.in(words) + words.say("", " ") + r, words));
  }

  private Optional<String> equality(Expression.Chain chain, String operator, Level level) {
    if (chain.operands().size() != 2) {
      return Optional.empty();
    }
    String value = value(chain, 1, level);
    return Optional.of(
        operator.equals("=")
            ? words.say("为%s", "is %s", value)
            : words.say("不为%s", "is not %s", value));
  }

  private Optional<String> ordered(Expression.Chain chain, Term left, Level level) {
    if (chain.operands().size() != 2) {
      return Optional.empty();
    }
    boolean moment = left.kind() == Term.Kind.MOMENT;
    Expression right = chain.operands().get(1);
    if (moment && chain.operators().get(0).equals(">=")) {
      Optional<String> since = speech.moments.since(right);
      if (since.isPresent()) {
        return since.map(s -> words.say("在%s内", "is within %s", s));
      }
    }
    Wordings wordings = ORDERED.get(chain.operators().get(0));
    String value = value(chain, 1, level);
    return Optional.of(
        moment
            ? words.say(wordings.later() + "%s", wordings.laterEnglish() + " %s", value)
            : words.say(wordings.chinese() + "%s", wordings.english() + " %s", value));
  }

  private Optional<String> between(Expression.Chain chain, boolean not, Level level) {
    String low = value(chain, 1, level);
    String high = value(chain, 2, level);
    return Optional.of(
        not
            ? words.say("不在%s到%s之间", "is not between %s and %s", low, high)
            : words.say("在%s到%s之间", "is between %s and %s", low, high));
  }

  private Optional<String> in(Expression.Chain chain, boolean not, Level level) {
    Expression right = chain.operands().get(1);
    if (right instanceof Expression.SubQuery query) {
      return speech
          .briefs
          .inside(level.read(query.query()))
          .map(
              rows ->
                  not
                      ? words.say("不属于（%s）", "is not among (%s)", rows)
                      : words.say("属于（%s）", "is among (%s)", rows));
    }
    if (!(right instanceof Expression.Row row)
        || chain.operands().get(0) instanceof Expression.Row) {
      return Optional.empty();
    }
    List<String> values =
        row.items().stream().map(i -> value(i, column(chain, level), level)).toList();
    return Optional.of(
        not
            ? words.say("不为%s", "is none of %s", words.any(values))
            : words.say("为%s", values.size() == 1 ? "is %s" : "is one of %s", words.any(values)));
  }

  private Optional<String> like(Expression.Chain chain, boolean not) {
    if (chain.operands().size() != 2
        || !(chain.operands().get(1) instanceof Expression.Literal literal)
        || literal.string().isEmpty()) {
      return Optional.empty();
    }
    String pattern = literal.string().get();
    boolean open = pattern.startsWith("%");
    boolean ends = pattern.length() > 1 && pattern.endsWith("%") && !pattern.endsWith("\\%");
    String inside = pattern.substring(open ? 1 : 0, pattern.length() - (ends ? 1 : 0));
    String text = inside.replace("\\%", "").replace("\\_", "");
    if (text.indexOf('%') >= 0 || text.indexOf('_') >= 0 || text.isEmpty()) {
      return Optional.of(
          not
              ? words.say("不匹配%s", "does not match %s", words.quoted(pattern))
              : words.say("匹配%s", "matches %s", words.quoted(pattern)));
    }
    return Optional.of(
        matched(open, ends, not, words.quoted(inside.replaceAll("\\\\([%_\\\\])", "$1"))));
  }

  private String matched(boolean open, boolean ends, boolean not, String text) {
    if (open && ends) {
      return not
          ? words.say("不包含%s", "does not contain %s", text)
          : words.say("包含%s", "contains %s", text);
    }
    if (open) {
      return not
          ? words.say("不以%s结尾", "does not end with %s", text)
          : words.say("以%s结尾", "ends with %s", text);
    }
    if (ends) {
      return not
          ? words.say("不以%s开头", "does not start with %s", text)
          : words.say("以%s开头", "starts with %s", text);
    }
    return not ? words.say("不为%s", "is not %s", text) : words.say("为%s", "is %s", text);
  }

  private Optional<String> regular(Expression.Chain chain, boolean not, Level level) {
    String pattern = value(chain, 1, level);
    return Optional.of(
        not
            ? words.say("不匹配正则表达式%s", "does not match the expression %s", pattern)
            : words.say("匹配正则表达式%s", "matches the expression %s", pattern));
  }

  /** Two bounds of one moment that are a day, a month, a year or their like. */
  Optional<Clause> stretch(Expression first, Expression second, Level level) {
    if (!(first instanceof Expression.Chain from)
        || !(second instanceof Expression.Chain until)
        || !from.operators().equals(List.of(">="))
        || !until.operators().equals(List.of("<"))
        || !SqlText.of(from.operands().get(0)).equals(SqlText.of(until.operands().get(0)))) {
      return Optional.empty();
    }
    String term = speech.terms.text(from.operands().get(0), level);
    return speech
        .moments
        .stretch(from.operands().get(1), until.operands().get(1))
        .map(s -> Clause.whose(words.say("%1$s在%2$s", "%1$s is %3$s", term, s, in(s)), words));
  }

  /** Today, but in 2024 or on a date. */
  private static String in(String stretch) {
    if (stretch.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return "on " + stretch;
    }
    boolean adverb = stretch.matches("(today|yesterday|this .*|last .*)");
    return adverb ? stretch : "in " + stretch;
  }

  private String value(Expression.Chain chain, int index, Level level) {
    return value(chain.operands().get(index), column(chain, level), level);
  }

  private String value(Expression expression, Optional<Column> column, Level level) {
    Expression inner = expression.transparent().orElse(expression);
    if (inner instanceof Expression.Literal literal) {
      Optional<String> day =
          column.filter(c -> c.kind().isTemporal()).flatMap(c -> speech.moments.moment(literal));
      return day.orElseGet(() -> speech.terms.literal(literal, column).text());
    }
    return speech.terms.text(inner, level);
  }

  private static Optional<Column> column(Expression.Chain chain, Level level) {
    return chain.operands().get(0) instanceof Expression.Column column
        ? level
            .resolve(column)
            .filter(Resolved.Stored.class::isInstance)
            .map(r -> ((Resolved.Stored) r).column())
        : Optional.empty();
  }
}
