package org.wenshu.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.execution.PlanRow;
import org.wenshu.execution.QueryPlan;
import org.wenshu.explanation.PlannedTables.Place;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.question.Wording;
import org.wenshu.sql.tree.Query;

/**
 * Warns and advises by what the plan of a statement shows (contract of the RAG query protocol,
 * section 4.7). Says only what plan, catalogue and tree bear out together, and nothing of tables of
 * which something is withheld from the caller. Thread-safe; waits for nothing.
 */
public final class PlanAdvice {
  /** Fewer rows than these are read or sorted in some milliseconds, whatever the plan is. */
  public static final long MANY_ROWS = 10_000;

  private static final MathContext TWO_DIGITS = new MathContext(2);

  private static final Wording CUT =
      new Wording(
          "结果已达到行数上限而被截断，还有更多行未返回", "The result was cut at the limit of rows; there are more");

  private final long manyRows;

  /** Advice on reading or sorting as many rows as these, or more. */
  public PlanAdvice(long manyRows) {
    this.manyRows = manyRows;
  }

  /** Advice from {@value #MANY_ROWS} rows on. */
  public PlanAdvice() {
    this(MANY_ROWS);
  }

  /**
   * The advice on one statement.
   *
   * @param drafted the statement as drafted
   * @param plan the plan of what runs; {@link QueryPlan#UNTOLD} when it was not asked for
   * @param permitted what the caller may know
   * @param truncated whether rows were left out of the answer
   */
  public Advice of(Query drafted, QueryPlan plan, PermittedSchema permitted, boolean truncated) {
    PlannedTables tables = new PlannedTables(drafted, permitted);
    Set<Wording> warnings = new LinkedHashSet<>();
    Set<Wording> suggestions = new LinkedHashSet<>();
    if (truncated) {
      warnings.add(CUT);
    }
    tables.levels().forEach(l -> Unlinked.in(l, plan).forEach(warnings::add));
    for (PlanRow row : plan.rows()) {
      if (tables.isTold(row)) {
        List<Place> places = tables.places(row);
        places.stream().findFirst().ifPresent(p -> fullScan(row, p, warnings));
        sorting(row, warnings);
        places.forEach(p -> indexes(row, p, plan, suggestions));
      }
    }
    return new Advice(List.copyOf(warnings), List.copyOf(suggestions));
  }

  private boolean isMany(double rows) {
    return rows >= manyRows;
  }

  private void fullScan(PlanRow row, Place place, Set<Wording> warnings) {
    boolean listed = place.level().isPlainList();
    if (isScanned(row) && isMany(row.rows().orElse(0)) && !listed) {
      String name = place.table().name();
      String rows = rounded(row.rows().orElse(0));
      warnings.add(
          new Wording(
              "对表 " + name + " 全表扫描，约 " + rows + " 行",
              "Table " + name + " is read in full, about " + rows + " rows"));
    }
  }

  private void sorting(PlanRow row, Set<Wording> warnings) {
    double rows = row.rows().orElse(0) * row.filtered();
    if (!isMany(rows)) {
      return;
    }
    if (row.extra().contains("Using filesort")) {
      warnings.add(
          new Wording(
              "排序未能利用索引，需要对约 " + rounded(rows) + " 行排序",
              "No index gives the order: about " + rounded(rows) + " rows have to be sorted"));
    }
    if (row.extra().contains("Using temporary")) {
      warnings.add(
          new Wording(
              "分组或去重需要约 " + rounded(rows) + " 行的临时表",
              "Grouping or removing repetitions takes a temporary table of about "
                  + rounded(rows)
                  + " rows"));
    }
  }

  /** Where the server knows of an index that could help, it has reasons not to use it. */
  private void indexes(PlanRow row, Place place, QueryPlan plan, Set<Wording> suggestions) {
    boolean whole = isScanned(row) || row.access().equals("index");
    if (whole && isMany(row.rows().orElse(0)) && row.possibleKeys().isEmpty()) {
      IndexUse use = new IndexUse(place);
      if (isScanned(row)) {
        use.withoutIndex(isProbed(row, plan)).forEach(suggestions::add);
      }
      use.defeated().forEach(suggestions::add);
    }
  }

  /** MariaDB says so when it hashes what it reads. */
  private static boolean isScanned(PlanRow row) {
    return row.access().equals("ALL") || row.access().equals("hash_ALL");
  }

  /** Whether the table is read for rows of another one, which an index on the join would help. */
  private static boolean isProbed(PlanRow row, QueryPlan plan) {
    return row.extra().contains("join buffer")
        && plan.rows().stream()
            .filter(r -> r.select() == row.select())
            .limit(1)
            .noneMatch(row::equals);
  }

  private static String rounded(double rows) {
    return String.format(Locale.ROOT, "%,d", new BigDecimal(rows).round(TWO_DIGITS).toBigInteger());
  }
}
