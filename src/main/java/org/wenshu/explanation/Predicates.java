package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Expression;

/** Says predicates. What has no words of its own is shown as SQL. */
final class Predicates {
  private static final Set<String> OR = Set.of("OR", "||");
  private static final Set<String> AND = Set.of("AND", "&&");
  private static final Map<String, String> OPPOSITE =
      Map.of("=", "=", "<", ">", ">", "<", "<=", ">=", ">=", "<=", "<>", "<>", "!=", "!=");

  private final Speech speech;
  private final Words words;
  private final Comparisons comparisons;

  Predicates(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
    this.comparisons = new Comparisons(speech);
  }

  /** Each of the predicates; two that bound the same moment are said as one. */
  List<Clause> all(List<Expression> predicates, Level level) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < predicates.size(); i++) {
      Optional<Clause> stretch =
          i + 1 < predicates.size()
              ? comparisons.stretch(predicates.get(i), predicates.get(i + 1), level)
              : Optional.empty();
      if (stretch.isPresent()) {
        clauses.add(stretch.get());
        i++;
      } else {
        clauses.add(grouped(predicates.get(i), level));
      }
    }
    return clauses;
  }

  Clause of(Expression predicate, Level level) {
    if (predicate.transparent().isPresent()) {
      return of(predicate.transparent().get(), level);
    }
    if (predicate instanceof Expression.Chain chain) {
      return chain(chain, level);
    }
    if (predicate instanceof Expression.Prefix prefix && isNot(prefix.operator())) {
      return negated(prefix.operand(), level);
    }
    if (predicate instanceof Expression.Suffix suffix) {
      return suffix(suffix, level);
    }
    if (predicate instanceof Expression.SubQuery query && query.quantifier().equals("EXISTS")) {
      return exists(query, false, level);
    }
    return sql(predicate);
  }

  private static boolean isNot(String operator) {
    return operator.equals("NOT") || operator.equals("!");
  }

  Clause sql(Expression predicate) {
    String text = words.sql(SqlText.of(predicate));
    return new Clause(text, words.say("满足 %s ", "where %s", text));
  }

  private Clause chain(Expression.Chain chain, Level level) {
    if (OR.containsAll(chain.operators())) {
      List<Clause> parts = chain.operands().stream().map(o -> grouped(o, level)).toList();
      return joined(parts, words.say("或", " or "));
    }
    if (AND.containsAll(chain.operators())) {
      return and(all(Conjunction.of(chain), level));
    }
    return comparisons
        .of(chain.operators().size() == 1 ? turned(chain) : chain, level)
        .orElseGet(() -> sql(chain));
  }

  /** A constant on the left reads better on the right. */
  private static Expression.Chain turned(Expression.Chain chain) {
    String opposite = OPPOSITE.get(chain.operators().get(0));
    return opposite != null
            && chain.operands().get(0) instanceof Expression.Literal
            && !(chain.operands().get(1) instanceof Expression.Literal)
        ? new Expression.Chain(
            List.of(chain.operands().get(1), chain.operands().get(0)), List.of(opposite))
        : chain;
  }

  /** All of them as one. */
  Clause and(List<Clause> clauses) {
    return joined(clauses, words.say("且", " and "));
  }

  private static Clause joined(List<Clause> parts, String between) {
    return new Clause(
        String.join(between, parts.stream().map(Clause::plain).toList()),
        String.join(between, parts.stream().map(Clause::relative).toList()));
  }

  private static boolean isMixed(Expression operand) {
    Expression inner = operand.transparent().orElse(operand);
    return inner instanceof Expression.Chain chain
        && (OR.containsAll(chain.operators()) || AND.containsAll(chain.operators()));
  }

  /** A predicate that stands beside others. */
  private Clause grouped(Expression predicate, Level level) {
    Clause clause = of(predicate, level);
    return isMixed(predicate)
        ? new Clause(words.inBrackets(clause.plain()), words.inBrackets(clause.relative()))
        : clause;
  }

  private Clause negated(Expression operand, Level level) {
    Expression inner = operand.transparent().orElse(operand);
    if (inner instanceof Expression.SubQuery query && query.quantifier().equals("EXISTS")) {
      return exists(query, true, level);
    }
    String clause = of(inner, level).plain();
    return Clause.where(words.say("并非（%s）", "not (%s)", clause), words);
  }

  private Clause suffix(Expression.Suffix suffix, Level level) {
    String term = speech.terms.text(suffix.operand(), level);
    return switch (suffix.words()) {
      case "IS NULL" -> Clause.whose(words.say("%s为空", "%s is empty", term), words);
      case "IS NOT NULL" -> Clause.whose(words.say("%s不为空", "%s is not empty", term), words);
      default -> sql(suffix);
    };
  }

  private Clause exists(Expression.SubQuery query, boolean negated, Level level) {
    Optional<String> rows = speech.nouns.belonging(level.read(query.query()));
    if (rows.isEmpty()) {
      Clause clause = sql(query);
      return negated ? Clause.where(words.say("并非%s", "not %s", clause.plain()), words) : clause;
    }
    String what = rows.get();
    return negated
        ? new Clause(
            words.say("没有%s", "there are no %s", what), words.say("没有%s", "without %s", what))
        : new Clause(words.say("有%s", "there are %s", what), words.say("有%s", "with %s", what));
  }
}
