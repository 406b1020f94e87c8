package org.wenshu.generation.grammar.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wenshu.generation.grammar.intent.Comparison;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.intent.TimeRange;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.ValueRef;
import org.wenshu.schema.Column;

/** Turns comparisons into SQL conditions that fit what the column holds. */
final class Comparisons {
  private final Resolver resolver;

  Comparisons(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The condition on a column. */
  Expression of(Expression column, ElementRef ref, Fact.Condition condition) {
    Expression positive = positive(column, ref, condition);
    return condition.negated() ? negated(column, condition, positive) : positive;
  }

  private Expression negated(Expression column, Fact.Condition condition, Expression positive) {
    Comparison opposite = condition.comparison().negated();
    if (condition.comparison() == Comparison.NULL) {
      return Expression.form("{} IS NOT NULL", column);
    }
    if (opposite != null
        && positive instanceof Expression.Form form
        && form.form().equals(form(condition.comparison()))) {
      return new Expression.Form(form(opposite), form.arguments());
    }
    return Expression.form("NOT ({})", positive);
  }

  private Expression positive(Expression column, ElementRef ref, Fact.Condition condition) {
    List<Item> values = condition.values();
    if (condition.comparison() == Comparison.NULL) {
      return Expression.form("{} IS NULL", column);
    }
    Item first = values.get(0);
    if (first.fact() instanceof Fact.Range range) {
      return within(column, range.time());
    }
    if (first.kind() == Item.Kind.YEAR && ref.column().kind().isTemporal()) {
      return inYears(column, condition.comparison(), values);
    }
    return switch (condition.comparison()) {
      case BETWEEN -> between(column, ref, condition);
      case IN -> in(column, ref, values);
      case CONTAINS -> like(column, "%" + stored(first) + "%");
      case STARTS -> like(column, stored(first) + "%");
      case ENDS -> like(column, "%" + stored(first));
      case EQ, NE -> equality(column, ref, condition.comparison(), first);
      default -> ordered(column, ref, condition);
    };
  }

  private Expression between(Expression column, ElementRef ref, Fact.Condition condition) {
    Plausibility.compared(ref, condition.subject());
    Expression low = value(ref, condition.values().get(0));
    Expression high = value(ref, condition.values().get(1));
    return Expression.form("{} BETWEEN {} AND {}", column, low, high);
  }

  private Expression ordered(Expression column, ElementRef ref, Fact.Condition condition) {
    Plausibility.compared(ref, condition.subject());
    Item first = condition.values().get(0);
    return Expression.form(form(condition.comparison()), column, value(ref, first));
  }

  private Expression equality(
      Expression column, ElementRef ref, Comparison comparison, Item value) {
    if (isEmail(ref.column()) && value.number() == null && !value.text().contains("@")) {
      String pattern = "%@" + value.text().toLowerCase(Locale.ROOT) + domain(value.text());
      return Expression.form(
          comparison == Comparison.NE ? "{} NOT LIKE {}" : "{} LIKE {}",
          column,
          new Expression.Text(pattern));
    }
    return Expression.form(form(comparison), column, value(ref, value));
  }

  private static String domain(String provider) {
    return provider.contains(".") ? "" : ".com";
  }

  private static boolean isEmail(Column column) {
    return column.name().toLowerCase(Locale.ROOT).contains("mail");
  }

  private Expression in(Expression column, ElementRef ref, List<Item> values) {
    List<Expression> arguments = new ArrayList<>(List.of(column));
    values.forEach(v -> arguments.add(value(ref, v)));
    String places = String.join(", ", values.stream().map(v -> "{}").toList());
    return new Expression.Form("{} IN (" + places + ")", arguments);
  }

  private static Expression like(Expression column, String pattern) {
    return Expression.form("{} LIKE {}", column, new Expression.Text(pattern));
  }

  static Expression within(Expression column, TimeRange time) {
    Expression from = Expression.form("{} >= {}", column, new Expression.Fixed(time.from()));
    return time.until() == null
        ? from
        : Expression.all(
            List.of(from, Expression.form("{} < {}", column, new Expression.Fixed(time.until()))));
  }

  private static Expression inYears(Expression column, Comparison comparison, List<Item> years) {
    int first = years.get(0).number().intValue();
    int last = years.get(years.size() - 1).number().intValue();
    return switch (comparison) {
      case GT -> from(column, first + 1);
      case GE -> from(column, first);
      case LT -> before(column, first);
      case LE -> before(column, first + 1);
      case BETWEEN -> Expression.all(List.of(from(column, first), before(column, last + 1)));
      case IN -> Expression.form("({} OR {})", yearly(column, first), yearly(column, last));
      case NE -> Expression.form("NOT ({})", yearly(column, first));
      default -> yearly(column, first);
    };
  }

  private static Expression yearly(Expression column, int year) {
    return Expression.all(List.of(from(column, year), before(column, year + 1)));
  }

  private static Expression from(Expression column, int year) {
    return Expression.form("{} >= {}", column, new Expression.Text(year + "-01-01"));
  }

  private static Expression before(Expression column, int year) {
    return Expression.form("{} < {}", column, new Expression.Text(year + "-01-01"));
  }

  private Expression value(ElementRef ref, Item item) {
    if (item.number() != null) {
      return new Expression.Numeric(item.number());
    }
    ValueRef stored = item.values().isEmpty() ? null : valueOf(ref, item);
    if (stored != null && ref.holds(stored)) {
      return new Expression.Text(stored.stored());
    }
    return unstored(ref, stored == null ? item.text() : stored.stored());
  }

  /** A value the catalogue does not know: right only where the catalogue cannot know it. */
  private static Expression unstored(ElementRef ref, String text) {
    if (ref.column().kind().isNumeric()) {
      if (text.chars().allMatch(Character::isDigit)) {
        return new Expression.Numeric(new BigDecimal(text));
      }
      throw new NotPlanned(
          "字段 " + ref + " 是数字，不能与“" + text + "”比较",
          "Column " + ref + " holds numbers and cannot be compared with \"" + text + "\"");
    }
    return new Expression.Text(Plausibility.stored(ref, text));
  }

  private ValueRef valueOf(ElementRef ref, Item item) {
    return item.values().stream()
        .filter(ref::holds)
        .findFirst()
        .orElseGet(() -> resolver.value(item, ref.table()));
  }

  private static String stored(Item item) {
    return item.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  static String form(Comparison comparison) {
    return switch (comparison) {
      case EQ -> "{} = {}";
      case NE -> "{} <> {}";
      case GT -> "{} > {}";
      case GE -> "{} >= {}";
      case LT -> "{} < {}";
      case LE -> "{} <= {}";
      default -> throw new IllegalArgumentException("No operator for " + comparison);
    };
  }
}
