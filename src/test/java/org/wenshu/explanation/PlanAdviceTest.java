package org.wenshu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.execution.QueryPlan;
import org.wenshu.explanation.PlannedStatements.Planned;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.StatementBounds;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Subject;
import org.wenshu.security.policy.AccessRules;

/** Advice on the plans of a real server: each piece where it is due, and where it is not. */
class PlanAdviceTest {
  private static PlannedStatements statements;

  @BeforeAll
  static void open() throws SQLException {
    statements = PlannedStatements.open();
  }

  @AfterAll
  static void close() {
    statements.close();
  }

  private static String warnings(String sql) {
    return statements.plan(sql).warnings();
  }

  private static String suggestions(String sql) {
    return statements.plan(sql).suggestions();
  }

  @Nested
  class FullScans {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT id FROM events WHERE note = 'n7'",
          "SELECT SUM(amount) FROM events",
          "SELECT e.id FROM events AS e WHERE e.amount > 9000 AND e.note LIKE 'n1%'",
        })
    void ofALargeTableAreWarnedOf(String sql) {
      assertThat(warnings(sql)).containsPattern("Table events is read in full, about [23]\\d,000");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT name FROM people WHERE name = 'p7'",
          "SELECT note FROM events WHERE id = 7",
          "SELECT note FROM events WHERE title = 't7'",
          "SELECT * FROM events",
          "SELECT id, note FROM events LIMIT 20",
          "SELECT COUNT(*) FROM events WHERE happened_at >= '2024-01-02' AND happened_at <"
              + " '2024-01-03'",
        })
    void areNotWarnedOfWhereTheyAreNoneOrNoMatter(String sql) {
      assertThat(warnings(sql)).doesNotContain("in full");
    }
  }

  @Nested
  class Indexes {
    @Test
    void areMissedOnAColumnThatRowsAreLookedForBy() {
      assertThat(suggestions("SELECT id FROM events WHERE note = 'n7'"))
          .isEqualTo("There is no index on events.note; one would save reading the whole table");
    }

    @Test
    void areMissedOnAColumnThatAJoinLooksFor() {
      assertThat(
              suggestions(
                  "SELECT p.name, e.id FROM people p LEFT JOIN events e ON e.person_id = p.id"))
          .contains("no index on events.person_id");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT id FROM events WHERE title = 't7'",
          "SELECT id FROM people WHERE name = 'p7'",
          "SELECT SUM(amount) FROM events",
          "SELECT e.note, p.name FROM events e JOIN people p ON p.id = e.person_id",
          "SELECT id FROM events WHERE note LIKE '%7'",
        })
    void areNotMissedWhereTheyExistOrWouldNotHelp(String sql) {
      assertThat(suggestions(sql)).doesNotContain("no index");
    }

    @Test
    void areDefeatedByALeadingWildcard() {
      assertThat(suggestions("SELECT note FROM events WHERE title LIKE '%77'"))
          .isEqualTo(
              "The LIKE on events.title starts with a wildcard and cannot use the column's index");
      assertThat(suggestions("SELECT note FROM events WHERE title LIKE 't77%'")).isEmpty();
      assertThat(suggestions("SELECT id FROM people WHERE name LIKE '%7'")).isEmpty();
    }

    /** The server of the tests makes a range of the year of a date by itself. */
    @Test
    void areNotDefeatedByAFunctionThatTheServerSeesThrough() {
      assertThat(suggestions("SELECT note FROM events WHERE YEAR(happened_at) = 2024")).isEmpty();
    }

    @Test
    void areDefeatedByAFunction() {
      assertThat(
              suggestions(
                  "SELECT note FROM events WHERE DATE_FORMAT(happened_at, '%Y-%m') = '2024-01'"))
          .startsWith("The condition calls DATE_FORMAT on events.happened_at and cannot use");
      assertThat(suggestions("SELECT note FROM events WHERE ABS(amount) = 3"))
          .doesNotContain("calls");
      assertThat(suggestions("SELECT id FROM events WHERE happened_at >= '2024-01-02' AND id < 9"))
          .isEmpty();
    }
  }

  @Nested
  class Sorting {
    @Test
    void ofManyRowsWithoutAnIndexIsWarnedOf() {
      assertThat(warnings("SELECT id FROM events ORDER BY note"))
          .containsPattern("No index gives the order: about [23]\\d,000 rows have to be sorted");
    }

    @Test
    void groupingManyRowsInATemporaryTableIsWarnedOf() {
      assertThat(warnings("SELECT amount, COUNT(*) FROM events GROUP BY amount"))
          .contains("takes a temporary table of about");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT id, note FROM events ORDER BY id DESC LIMIT 5",
          "SELECT name FROM people ORDER BY name",
          "SELECT city, COUNT(*) FROM people GROUP BY city",
          "SELECT id FROM events WHERE title LIKE 't123%' ORDER BY note",
        })
    void ofFewRowsOrAlongAnIndexIsNotWarnedOf(String sql) {
      assertThat(warnings(sql)).doesNotContain("sorted", "temporary");
    }
  }

  @Nested
  class CartesianJoins {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT p.name, q.name FROM people p JOIN people q",
          "SELECT p.name FROM people p, events e WHERE e.id < 9 AND p.city = 3",
        })
    void areWarnedOf(String sql) {
      assertThat(warnings(sql)).contains("every row of one is combined with every row");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT p.name FROM people p, events e WHERE e.person_id = p.id AND e.id < 9",
          "SELECT p.name FROM people p JOIN events e ON e.amount > p.city WHERE e.id < 9",
          "SELECT p.name, t.n FROM people p CROSS JOIN (SELECT COUNT(*) AS n FROM people) t",
          "SELECT p.name FROM people p JOIN events e WHERE e.id = 9 AND p.city = 3",
          "SELECT a.name FROM people a JOIN people b USING (id)",
          "SELECT a.name FROM people a NATURAL JOIN people b",
        })
    void areNotSeenWhereAPredicateJoinsOrOneRowIsAdded(String sql) {
      assertThat(warnings(sql)).doesNotContain("every row of one");
    }
  }

  @Test
  void tellsThatTheAnswerWasCut() {
    Planned planned = statements.plan("SELECT name FROM people WHERE id = 3");
    assertThat(planned.advice(true).warnings())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.chinese()).contains("截断");
              assertThat(w.english()).contains("cut at the limit");
            });
    assertThat(planned.advice(false)).isEqualTo(new Advice(List.of(), List.of()));
  }

  @Test
  void hasNothingToSayOfAPlanThatIsNotTold() {
    Planned planned = statements.plan("SELECT id FROM events WHERE note = 'n7'");
    Planned untold = new Planned(planned.sql(), QueryPlan.UNTOLD, planned.permitted());
    assertThat(untold.warnings()).isEmpty();
    assertThat(untold.text()).isEmpty();
  }

  @Nested
  class Text {
    @Test
    void hasALineForEachTableWithTheColumnsOfTheServer() {
      assertThat(
              statements
                  .plan(
                      "SELECT e.note, p.name FROM events e JOIN people p ON p.id = e.person_id"
                          + " WHERE e.title = 't7'")
                  .text()
                  .lines())
          .hasSize(2)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .matches(
                          "id=1 select_type=SIMPLE table=[ep] type=\\w+ possible_keys=\\S+"
                              + " key=\\S+ rows=\\d+ filtered=\\d+\\.\\d\\d Extra=.+"))
          .anySatisfy(line -> assertThat(line).contains("table=e type=ref", "key=idx_title"))
          .anySatisfy(line -> assertThat(line).contains("table=p type=eq_ref", "key=PRIMARY"));
    }

    @Test
    void leavesOutTheTablesBehindAView() {
      assertThat(statements.plan("SELECT id FROM recent WHERE amount = 3").text())
          .doesNotContain("events");
    }

    @Test
    void tellsNothingButTheNameOfATableWithHiddenColumns() {
      GuardPolicy policy =
          new GuardPolicy(Set.of(), Set.of("events.title"), GuardLimits.defaults());
      Planned planned = statements.plan("SELECT id FROM events WHERE note = 'n7'", policy);
      assertThat(planned.text()).isEqualTo("table=events");
      assertThat(planned.warnings() + planned.suggestions()).isEmpty();
    }

    @Test
    void tellsNothingOfTheFiltersOfRules() {
      AccessRule rule =
          new AccessRule(
              Subject.everyone(),
              Effect.FILTER_ROWS,
              "events",
              "",
              "title IN (SELECT name FROM people WHERE city = 7)");
      Planned planned =
          statements.plan("SELECT e.id FROM events e WHERE e.note = 'n7'", with(rule));
      assertThat(planned.plan().rows()).isNotEmpty();
      assertThat(planned.text()).doesNotContain("people", "idx_title", "rows=", "<");
      assertThat(planned.warnings() + planned.suggestions()).isEmpty();
    }

    private static GuardPolicy with(AccessRule rule) {
      return new GuardPolicy(
          Set.of(),
          Set.of(),
          Set.of(),
          GuardPolicy.Star.PERMITTED_COLUMNS,
          new AccessRules(List.of(rule)).policyOf(Caller.anonymous()),
          GuardLimits.defaults(),
          StatementBounds.NONE);
    }
  }
}
