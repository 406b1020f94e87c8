package org.wenshu.generation.grammar.plan;

import java.util.List;
import java.util.Locale;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/** Names for the columns of a result. */
final class Labels {
  private Labels() {}

  static String of(Fact.Measure measure, Resolver resolver) {
    String what =
        measure.operand().isTable() && measure.function() == Fact.Function.COUNT
            ? resolver.table(measure.operand()).name()
            : resolver.column(measure.operand()).column().name();
    String name = what.toLowerCase(Locale.ROOT);
    return switch (measure.function()) {
      case COUNT -> singular(name) + "_count";
      case AVG -> "average_" + name;
      case SUM -> "total_" + name;
      case MAX -> "max_" + name;
      case MIN -> "min_" + name;
    };
  }

  static String of(Fact.Period period) {
    return period.name().toLowerCase(Locale.ROOT);
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
  }

  /** A stand-in for a computed number, for comparing it. */
  static ElementRef numeric(Table table) {
    return new ElementRef(
        table, new Column("", 0, "decimal", "decimal", true, "", Column.Key.NONE, List.of()), 1);
  }

  /** Whether rows are known by descriptions, of which people say only a part, rather than names. */
  static boolean isProductLike(ElementRef column) {
    String table = column.table().name().toLowerCase(Locale.ROOT);
    return table.contains("product") || table.contains("item") || table.contains("goods");
  }
}
