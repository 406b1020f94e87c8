package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans as MySQL 8 and MariaDB print them: {@code id|select_type|table|rows|filtered|Extra}. */
class PlanEstimateTest {
  @Test
  void countsTheRowsOfOneTable() {
    assertThat(estimate("1|SIMPLE|orders|1000|10.00|Using where")).isEqualTo(1000);
  }

  @Test
  void multipliesWhatIsLeftOfOneTableWithTheNext() {
    assertThat(
            estimate(
                "1|SIMPLE|o|1000|10.00|Using where",
                "1|SIMPLE|i|5|50.00|Using where",
                "1|SIMPLE|p|1|100.00|"))
        .isEqualTo(1000 + 100 * 5 + 250);
  }

  @Test
  void takesATableWithoutRowsForOne() {
    assertThat(estimate("1|SIMPLE||||Impossible WHERE")).isEqualTo(1);
    assertThat(estimate("1|PRIMARY||||No tables used", "2|SUBQUERY|o|70|100|")).isEqualTo(71);
  }

  @Test
  void addsTheBranchesOfAUnionAndLeavesItsResultOut() {
    assertThat(
            estimate(
                "1|PRIMARY|a|300|100.00|",
                "2|UNION|b|500|100.00|",
                "|UNION RESULT|<union1,2>|||Using temporary"))
        .isEqualTo(800);
  }

  @Test
  void addsWhatADerivedTableCostsAndMultipliesItsRows() {
    assertThat(
            estimate(
                "1|PRIMARY|<derived2>|50|100.00|",
                "1|PRIMARY|c|20|100.00|Using join buffer (flat, BNL join)",
                "2|DERIVED|o|5000|1.00|Using temporary"))
        .isEqualTo(50 + 50 * 20 + 5000);
  }

  @Test
  void findsTheRowsOfAMaterializedSubqueryInItsOwnPlan() {
    assertThat(
            estimate(
                "1|SIMPLE|<subquery2>||100.00|",
                "1|SIMPLE|o|10|100.00|",
                "2|MATERIALIZED|i|400|50.00|Using where"))
        .isEqualTo(200 + 200 * 10 + 400);
  }

  @Test
  void countsADependentSubqueryOncePerOuterRow() {
    assertThat(estimate("1|PRIMARY|o|1000|100.00|", "2|DEPENDENT SUBQUERY|i|300|10.00|Using where"))
        .isEqualTo(1000 + 1000 * 300);
    assertThat(estimate("1|PRIMARY|o|1000|100.00|", "2|SUBQUERY|i|300|10.00|")).isEqualTo(1300);
  }

  @Test
  void countsALateralTableOncePerRowBeforeIt() {
    assertThat(
            estimate(
                "1|PRIMARY|o|100|100.00|Rematerialize (<derived2>)",
                "1|PRIMARY|<derived2>|2|100.00|",
                "2|DEPENDENT DERIVED|i|30|100.00|"))
        .isEqualTo(100 + 200 + 100 * 30);
  }

  @Test
  void addsRatherThanMultipliesWhereAnEqualityIsHashed() {
    assertThat(
            estimate(
                "1|SIMPLE|a|1000000|100.00|",
                "1|SIMPLE|b|2000000|10.00|Using where; Using join buffer (hash join)"))
        .isEqualTo(1e6 + 2e6 + 1e6);
  }

  @Test
  void isNotDeceivedByAHashJoinWithoutAnEquality() {
    assertThat(
            estimate(
                "1|SIMPLE|a|1000000|100.00|",
                "1|SIMPLE|b|2000000|90.00|Using where; Using join buffer (hash join)"))
        .isEqualTo(1e6 + 2e12);
  }

  @Test
  void repeatsADependentQueryForTheLargestBeforeIt() {
    assertThat(
            estimate(
                "1|PRIMARY|<derived2>|20|100.00|",
                "1|PRIMARY|c|3|100.00|",
                "2|DERIVED|o|100|100.00|",
                "3|DEPENDENT SUBQUERY|i|5|100.00|",
                "4|UNCACHEABLE SUBQUERY||||No tables used"))
        .isEqualTo(20 + 60 + 100 + 100 * 5 + 100);
  }

  @Test
  void survivesMoreThanAnyNumberHolds() {
    String[] tables = new String[40];
    Arrays.fill(tables, "1|SIMPLE|a|18446744073709551615|100.00|");
    assertThat(estimate(tables)).isGreaterThan(1e300);
    assertThat(CostGate.refusal(estimate(tables), 1).english()).hasSizeLessThan(300);
  }

  @Test
  void readsNumbersAsBothServersWriteThem() {
    assertThat(PlanRow.number("20 (3%)")).hasValue(20);
    assertThat(PlanRow.number("1.00")).hasValue(1);
    assertThat(PlanRow.number("1e15")).hasValue(1e15);
    assertThat(PlanRow.number(null)).isEmpty();
  }

  private static double estimate(String... plan) {
    List<PlanRow> rows = Arrays.stream(plan).map(PlanEstimateTest::row).toList();
    return PlanEstimate.of(rows);
  }

  private static PlanRow row(String line) {
    String[] cells = line.split("\\|", -1);
    return new PlanRow(
        cells[0].isEmpty() ? 0 : Integer.parseInt(cells[0]),
        cells[1],
        cells[2],
        "",
        "",
        "",
        PlanRow.number(cells[3]),
        PlanRow.number(cells[4]).orElse(100) / 100,
        cells[5]);
  }
}
