package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenshu.execution.PlanRow;
import org.wenshu.execution.QueryPlan;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.sql.tree.Query;

/**
 * Writes a plan for a caller (contract of the RAG query protocol, section 4.7): one line for each
 * table, with the columns of the database's own EXPLAIN. Of tables of which something is withheld
 * from the caller only the name is told, of tables that the statement does not name nothing.
 */
public final class PlanText {
  /** What stands in parentheses may name tables; what is known not to, is kept. */
  private static final Pattern NAMING =
      Pattern.compile(" ?\\((?!flat|incremental|hash join|Block|Batched|scanning)[^)]*\\)");

  private PlanText() {}

  /** The lines, joined by line feeds; empty when the plan is not told. */
  public static String of(Query drafted, QueryPlan plan, PermittedSchema permitted) {
    PlannedTables tables = new PlannedTables(drafted, permitted);
    Set<String> lines = new LinkedHashSet<>();
    for (PlanRow row : plan.rows()) {
      if (tables.isTold(row)) {
        lines.add(line(row));
      } else if (tables.isNarrowed(row)) {
        lines.add("table=" + row.table());
      }
    }
    return String.join("\n", lines);
  }

  private static String line(PlanRow row) {
    List<String> cells = new ArrayList<>();
    cells.add("id=" + (row.select() == 0 ? "-" : Integer.toString(row.select())));
    cells.add("select_type=" + orDash(row.kind()));
    cells.add("table=" + orDash(row.table()));
    cells.add("type=" + orDash(row.access()));
    cells.add("possible_keys=" + orDash(row.possibleKeys()));
    cells.add("key=" + orDash(row.key()));
    cells.add("rows=" + number(row.rows()));
    cells.add(String.format(Locale.ROOT, "filtered=%.2f", row.filtered() * 100));
    cells.add("Extra=" + orDash(NAMING.matcher(row.extra()).replaceAll("")));
    return String.join(" ", cells);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String number(OptionalDouble rows) {
    return rows.isPresent() ? String.format(Locale.ROOT, "%.0f", rows.getAsDouble()) : "-";
  }
}
