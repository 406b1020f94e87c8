package org.wenshu.schema.details;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.SqlGuard;
import org.wenshu.guard.StatementBounds;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRules;

/** What a caller is told of a schema of which something is withheld. */
class WithheldDetailsTest {
  private static final String SCRATCH = "withheld_scratch";
  private static SchemaSnapshot whole;
  private static SchemaDescriber describer;

  @BeforeAll
  static void describe() throws SQLException {
    String url = TestingDatabase.createSchema(SCRATCH);
    try (Connection connection = TestingDatabase.connectAsRoot(SCRATCH);
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "CREATE TABLE vault (id INT PRIMARY KEY)",
              "CREATE TABLE staff (id INT PRIMARY KEY, name VARCHAR(9), salary INT, vault_id INT,"
                  + " twice INT DEFAULT (salary * 2), label VARCHAR(9) DEFAULT 'x',"
                  + " KEY by_salary (name, salary), KEY by_name (name),"
                  + " CONSTRAINT fk_vault FOREIGN KEY (vault_id) REFERENCES vault (id))",
              "CREATE TABLE notes (id INT PRIMARY KEY, staff_id INT, vault_id INT)",
              "CREATE VIEW v_names AS SELECT id, name FROM staff",
              "CREATE VIEW v_pay AS SELECT id, salary AS pay FROM staff",
              "CREATE VIEW v_keys AS SELECT n.id FROM notes n JOIN vault v ON v.id = n.vault_id")) {
        statement.execute(sql);
      }
    }
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(TestingDatabase.reader().user());
    source.setPassword(TestingDatabase.reader().password());
    whole = new SchemaScanner(source, SchemaConfig.defaults()).scan(Optional.empty());
    describer = new SchemaDescriber(source, DetailsConfig.defaults(), () -> whole);
  }

  /** Views are trusted, so that the guard leaves their definitions. */
  private static SchemaDetails told(AccessRule... rules) {
    GuardPolicy policy =
        new GuardPolicy(
            Set.of("vault"),
            Set.of("staff.salary"),
            Set.of("v_names", "v_pay", "v_keys"),
            GuardPolicy.Star.PERMITTED_COLUMNS,
            new AccessRules(List.of(rules)).policyOf(new Caller("li")),
            GuardLimits.defaults(),
            StatementBounds.NONE);
    SchemaSnapshot visible =
        new SqlGuard(caller -> policy).permitted(whole, new Caller("li")).snapshot();
    return describer.schema(visible, true).value();
  }

  private static TableDetails staff(SchemaDetails schema) {
    return schema.tables().stream().filter(t -> t.name().equals("staff")).findFirst().orElseThrow();
  }

  @Test
  void namesNoWithheldTableOrColumnAnywhere() {
    SchemaDetails schema = told();
    assertThat(schema.tables()).extracting(TableDetails::name).containsExactly("notes", "staff");
    assertThat(schema.tables().toString()).doesNotContain("salary").doesNotContain("vault,");
    assertThat(staff(schema).foreignKeys()).isEmpty();
    assertThat(staff(schema).indexes())
        .extracting(IndexDetails::name)
        .contains("PRIMARY", "by_name")
        .doesNotContain("by_salary");
    assertThat(schema.tables())
        .flatExtracting(TableDetails::relationships)
        .extracting(Relationship::toTable)
        .containsOnly("staff", "notes");
  }

  @Test
  void tellsDefaultsThatNameNothingWithheld() {
    Map<String, String> defaults =
        staff(told()).columns().stream()
            .collect(Collectors.toMap(ColumnDetails::name, ColumnDetails::defaultValue));
    assertThat(defaults).containsEntry("label", "x").containsEntry("twice", "");
    assertThat(whole.table("staff").orElseThrow().column("salary")).isPresent();
  }

  @Test
  void tellsDefinitionsOfViewsThatNameNothingWithheld() {
    assertThat(told().views())
        .allSatisfy(
            view ->
                assertThat(view.definition().isEmpty())
                    .as(view.name())
                    .isEqualTo(!view.name().equals("v_names")));
  }

  @Test
  void numbersColumnsWithoutGaps() {
    assertThat(staff(told()).columns())
        .extracting(ColumnDetails::position)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void countsNoRowsOfATableOfWhichRowsAreWithheld() {
    SchemaDetails schema =
        told(
            new AccessRule(
                AccessRule.Subject.everyone(),
                AccessRule.Effect.FILTER_ROWS,
                "staff",
                "",
                "id < 10"));
    assertThat(staff(schema))
        .returns(0L, TableDetails::rowCount)
        .returns(0L, TableDetails::dataLength)
        .returns(Optional.empty(), TableDetails::updatedAt);
    assertThat(staff(schema).columns()).allMatch(c -> c.defaultValue().isEmpty());
    assertThat(staff(told()).dataLength()).isPositive();
  }

  @Test
  void doesNotKnowAWithheldTable() {
    SchemaSnapshot visible =
        new SqlGuard(caller -> new GuardPolicy(Set.of("vault"), Set.of(), GuardLimits.defaults()))
            .permitted(whole, new Caller("li"))
            .snapshot();
    assertThat(describer.table(visible, "vault", true)).isEmpty();
    assertThat(describer.table(visible, "staff", true)).isPresent();
  }
}
