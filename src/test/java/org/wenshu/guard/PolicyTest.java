package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.Caller;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.policy.AccessDefaults;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Subject;
import org.wenshu.security.policy.AccessRules;
import org.wenshu.security.policy.CurrentRules;
import org.wenshu.security.policy.Masking;

/** What rules make of a statement. */
class PolicyTest {
  private static final Caller CALLER =
      new Caller("zhao", Set.of(), Set.of(), Map.of("region", List.of("1", "2'); --")));
  private static final String ROWS =
      "(SELECT `id`, `customer_id`, `order_no`, `status`, `total_amount`, `deleted_flag`,"
          + " `created_at`, `updated_at`, `remark` FROM `shop`.`orders`"
          + " WHERE (`deleted_flag` = 0))";

  private final List<AccessRule> rules = new ArrayList<>();
  private StatementBounds bounds = StatementBounds.NONE;

  private void rule(Effect effect, String table, String column, String expression) {
    rules.add(new AccessRule(Subject.everyone(), effect, table, column, expression));
  }

  private PermittedSchema schema() {
    GuardPolicy configured =
        new GuardPolicy(
            Set.of(),
            Set.of(),
            Set.of("v_payroll"),
            GuardPolicy.Star.PERMITTED_COLUMNS,
            new AccessRules(rules).policyOf(CALLER),
            GuardLimits.defaults(),
            bounds);
    return PermittedSchema.of(WITH_VIEWS, configured);
  }

  private static final SchemaSnapshot WITH_VIEWS = withViews();

  private static SchemaSnapshot withViews() {
    List<Table> tables = new ArrayList<>(ShopSchema.SNAPSHOT.tables().values());
    tables.add(view("v_spending", "id name total", SPENDING));
    tables.add(
        view(
            "v_contacts",
            "id phone",
            "select `customers`.`id` AS `id`,"
                + "`customers`.`phone` AS `phone` from `customers`"));
    tables.add(view("v_secret", "id", ""));
    return SchemaSnapshot.of("shop", "1", Instant.EPOCH, tables);
  }

  /** As the server writes it down. */
  private static final String SPENDING =
      "select `shop`.`customers`.`id` AS `id`,`shop`.`customers`.`name` AS `name`,"
          + "sum(`shop`.`orders`.`total_amount`) AS `total` from (`shop`.`customers` join"
          + " `shop`.`orders` on(`shop`.`orders`.`customer_id` = `shop`.`customers`.`id`))"
          + " group by `shop`.`customers`.`id`,`shop`.`customers`.`name`";

  private static Table view(String name, String columns, String definition) {
    Table table = ShopSchema.table(name, columns);
    return new Table(name, true, "", table.columns(), List.of(), List.of(), 0, definition);
  }

  private Judgement judge(String sql) {
    return new SqlGuard().judge(new DraftSql(sql), schema());
  }

  private String rendered(String sql) {
    Judgement judgement = judge(sql);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Admitted.class);
    return ((Judgement.Admitted) judgement).sql().text();
  }

  private Judgement.Refused refused(String sql) {
    Judgement judgement = judge(sql);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Refused.class);
    return (Judgement.Refused) judgement;
  }

  @Nested
  class RowFilters {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT id FROM orders",
          "SELECT (SELECT MAX(id) FROM orders) AS m",
          "SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders)",
          "WITH o AS (SELECT * FROM orders) SELECT id FROM o",
          "SELECT id FROM customers UNION SELECT id FROM orders",
          "SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id",
          "SELECT t.id FROM (SELECT id FROM shop.orders) t",
          "SELECT id FROM ORDERS",
          "SELECT COUNT(*) FROM orders o WHERE EXISTS (SELECT 1 FROM orders p WHERE p.id = o.id)"
        })
    void holdWhereverATableStands(String sql) {
      rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0");
      String text = rendered(sql);
      assertThat(text).contains(ROWS);
      assertThat(text.replace(ROWS, ""))
          .as(text)
          .doesNotContainPattern("(FROM|JOIN|,) `(?i:orders)`");
    }

    @Test
    void takeTheTablesPlaceUnderItsName() {
      rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0");
      assertThat(rendered("SELECT shop.orders.id FROM orders"))
          .isEqualTo("SELECT `orders`.`id` FROM " + ROWS + " AS `orders`");
      assertThat(rendered("SELECT o.id FROM orders o USE INDEX (x)"))
          .isEqualTo("SELECT `o`.`id` FROM " + ROWS + " AS `o`");
    }

    @Test
    void holdInACommonTableThatTakesTheirName() {
      rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0");
      assertThat(rendered("WITH orders AS (SELECT * FROM orders) SELECT id FROM orders"))
          .isEqualTo(
              "WITH `orders` AS (SELECT * FROM "
                  + ROWS
                  + " AS `orders`) SELECT `id` FROM `orders`");
    }

    @Test
    void cannotBeLedAstrayByACommonTable() {
      rule(
          Effect.FILTER_ROWS,
          "orders",
          "",
          "customer_id IN (SELECT id FROM customers WHERE level = 'open')");
      assertThat(
              rendered(
                  "WITH customers AS (SELECT id, 'open' AS level FROM orders) SELECT id FROM orders"))
          .contains("(SELECT `id` FROM `shop`.`customers` WHERE `level` = 'open')");
    }

    @Test
    void takeAttributesAsLiteralsWhateverTheyHold() {
      rule(Effect.FILTER_ROWS, "customers", "", "region_id IN (:region)");
      assertThat(rendered("SELECT name FROM customers"))
          .contains("WHERE (`region_id` IN ('1', '2''); --'))");
    }

    @Test
    void ofOneLevelAreAlternatives() {
      rule(Effect.FILTER_ROWS, "calendar", "", "d > '2025-01-01'");
      rule(Effect.FILTER_ROWS, "calendar", "", "d IS NULL");
      assertThat(rendered("SELECT d FROM calendar"))
          .contains("WHERE (`d` > '2025-01-01') OR (`d` IS NULL)");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "deleted_flag =",
          "nothing = 1",
          "1) OR (1",
          "1 = 1) ORDER BY (id",
          "1 = 1) UNION SELECT (1",
          "1 = 1 -- ",
          "SLEEP(10)",
          "deleted_flag = :none, 2"
        })
    void thatAreNoConditionCloseTheTable(String expression) {
      rule(Effect.FILTER_ROWS, "orders", "", expression);
      if (expression.equals("1) OR (1")) {
        assertThat(rendered("SELECT id FROM orders")).contains("WHERE (1) OR (1)");
      } else {
        assertThat(refused("SELECT id FROM orders").rule()).isEqualTo("table");
      }
    }
  }

  @Nested
  class HiddenColumns {
    @Test
    void areLeftOutOfAStar() {
      rule(Effect.DENY_COLUMN, "employees", "salary", "");
      assertThat(rendered("SELECT * FROM employees"))
          .isEqualTo(
              "SELECT * FROM (SELECT `id`, `name`, `dept_id`, `manager_id`, `hired_at`"
                  + " FROM `shop`.`employees`) AS `employees`");
      assertThat(rendered("SELECT e.*, d.name FROM employees e, departments d WHERE d.id = e.id"))
          .contains("`manager_id`, `hired_at` FROM `shop`.`employees`) AS `e`, `departments` AS");
    }

    @Test
    void leaveATableAloneThatNamesItsColumns() {
      rule(Effect.DENY_COLUMN, "employees", "salary", "");
      assertThat(rendered("SELECT name FROM employees"))
          .isEqualTo("SELECT `name` FROM `employees`");
    }

    @Test
    void areNotComparedByANaturalJoin() {
      rule(Effect.DENY_COLUMN, "employees", "name", "");
      assertThat(rendered("SELECT dept_id FROM employees NATURAL JOIN departments"))
          .contains("(SELECT `id`, `dept_id`, `salary`, `manager_id`, `hired_at`");
    }

    @Test
    void lookLikeMissingOnes() {
      rule(Effect.DENY_COLUMN, "employees", "salary", "");
      assertThat(refused("SELECT MAX(salary) FROM employees").wording().english())
          .isEqualTo("Unknown column 'salary' in 'field list'");
    }

    @Test
    void areNotToldOf() {
      rule(Effect.DENY_COLUMN, "employees", "salary", "");
      rule(Effect.DENY_TABLE, "departments", "", "");
      SchemaSnapshot known = schema().snapshot();
      assertThat(known.table("departments")).isEmpty();
      assertThat(known.table("employees").orElseThrow().column("salary")).isEmpty();
      assertThat(known.version()).isNotEqualTo(WITH_VIEWS.version());
    }
  }

  @Nested
  class Masks {
    @Test
    void standInThePlaceOfTheColumn() {
      rule(Effect.MASK_COLUMN, "departments", "name", "CONCAT(LEFT(name, 1), '**')");
      assertThat(rendered("SELECT name FROM departments ORDER BY id"))
          .isEqualTo(
              "SELECT `name` FROM (SELECT `id`, (CONCAT(LEFT(`name`, 1), '**')) AS `name`"
                  + " FROM `shop`.`departments`) AS `departments` ORDER BY `id`");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT phone FROM customers",
          "SELECT (phone) AS p, name FROM customers ORDER BY name",
          "SELECT * FROM customers",
          "SELECT c.* FROM customers c JOIN orders o ON o.customer_id = c.id",
          "SELECT t.phone FROM (SELECT * FROM customers) t",
          "SELECT phone FROM customers UNION SELECT phone FROM customers",
          "SELECT (SELECT phone FROM customers LIMIT 1) AS p",
          "WITH t(a, b) AS (SELECT id, phone FROM customers) SELECT b FROM t WHERE a > 1",
          "SELECT id FROM customers WHERE EXISTS (SELECT phone FROM customers)"
        })
    void maskedColumnsMayBeShown(String sql) {
      rule(Effect.MASK_COLUMN, "customers", "phone", "");
      assertThat(rendered(sql)).contains("(NULL) AS `phone`");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT id FROM customers WHERE phone LIKE '13%'",
          "SELECT id FROM customers ORDER BY phone",
          "SELECT phone AS p FROM customers ORDER BY p",
          "SELECT phone FROM customers ORDER BY 1",
          "SELECT phone, COUNT(*) FROM customers GROUP BY phone",
          "SELECT phone p, COUNT(*) FROM customers GROUP BY 1",
          "SELECT phone p, COUNT(*) FROM customers GROUP BY id HAVING p > ''",
          "SELECT MAX(phone) FROM customers",
          "SELECT CONCAT(phone, '') FROM customers",
          "SELECT a.id FROM customers a JOIN customers b ON a.phone = b.phone",
          "SELECT a.id FROM customers a JOIN customers b USING (phone)",
          "SELECT a.id FROM customers a NATURAL JOIN customers b",
          "SELECT t.p FROM (SELECT phone AS p FROM customers) t WHERE t.p = '1'",
          "WITH t(p) AS (SELECT phone FROM customers) SELECT 1 FROM t WHERE p = '1'",
          "SELECT id FROM customers WHERE '1' IN (SELECT phone FROM customers)",
          "SELECT id FROM customers WHERE (SELECT phone FROM customers LIMIT 1) > ''",
          "SELECT p FROM (SELECT name AS p FROM customers UNION SELECT phone FROM customers) t"
              + " ORDER BY p",
          "SELECT phone FROM customers UNION SELECT name FROM customers ORDER BY 1",
          "SELECT RANK() OVER (ORDER BY phone) FROM customers"
        })
    void andNothingElse(String sql) {
      rule(Effect.MASK_COLUMN, "customers", "phone", "");
      assertThat(refused(sql).rule()).as(sql).isEqualTo("mask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name, id", "(SELECT", "1) AS x, (phone", "phone FROM customers -- "})
    void thatAreNoExpressionCloseTheTable(String mask) {
      rule(Effect.MASK_COLUMN, "customers", "phone", mask);
      assertThat(refused("SELECT id FROM customers").rule()).isEqualTo("table");
    }

    @Test
    void valuesAreNotToldOf() {
      rule(Effect.MASK_COLUMN, "customers", "phone", "");
      assertThat(schema().snapshot().table("customers").orElseThrow().column("phone").orElseThrow())
          .matches(c -> c.withheld() && c.sampleValues().isEmpty());
    }
  }

  @Nested
  class Views {
    @Test
    void standForThemselvesWhereNothingBehindThemIsWithheld() {
      rule(Effect.DENY_TABLE, "audit_log", "", "");
      assertThat(rendered("SELECT name FROM v_spending"))
          .isEqualTo("SELECT `name` FROM `v_spending`");
    }

    @Test
    void areOpenedWhereRowsAreWithheld() {
      rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0");
      assertThat(rendered("SELECT name FROM v_spending s WHERE total > 9"))
          .isEqualTo(
              "SELECT `name` FROM (SELECT `id`, `name`, `total` FROM (SELECT `customers`.`id` AS"
                  + " `id`, `customers`.`name` AS `name`, SUM(`orders`.`total_amount`) AS `total`"
                  + " FROM (`shop`.`customers` JOIN "
                  + ROWS
                  + " AS `orders` ON (`orders`.`customer_id` = `customers`.`id`)) GROUP BY"
                  + " `customers`.`id`, `customers`.`name`) AS `v_spending`) AS `s`"
                  + " WHERE `total` > 9");
    }

    @Test
    void keepMasks() {
      rule(Effect.MASK_COLUMN, "customers", "phone", "");
      assertThat(rendered("SELECT phone FROM v_contacts")).contains("(NULL) AS `phone`");
      assertThat(refused("SELECT id FROM v_contacts WHERE phone = ''").rule()).isEqualTo("mask");
    }

    @Test
    void thatReadWhatIsWithheldAreWithheld() {
      rule(Effect.DENY_COLUMN, "customers", "phone", "");
      assertThat(refused("SELECT id FROM v_contacts").wording().english())
          .isEqualTo("Table 'v_contacts' doesn't exist");
      rule(Effect.DENY_TABLE, "orders", "", "");
      assertThat(refused("SELECT id FROM v_spending").rule()).isEqualTo("table");
    }

    @Test
    void ofUnknownQueryAreWithheldFromThoseWithLimitedRights() {
      assertThat(rendered("SELECT id FROM v_secret")).isEqualTo("SELECT `id` FROM `v_secret`");
      rule(Effect.DENY_TABLE, "audit_log", "", "");
      assertThat(refused("SELECT id FROM v_secret").rule()).isEqualTo("table");
    }

    @Test
    void thatAreTrustedOrOpenedByNameAreTakenAsTheyAre() {
      rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0");
      rule(Effect.ALLOW_TABLE, "v_secret", "", "");
      assertThat(rendered("SELECT id FROM v_secret")).isEqualTo("SELECT `id` FROM `v_secret`");
      assertThat(rendered("SELECT id FROM v_payroll")).isEqualTo("SELECT `id` FROM `v_payroll`");
    }
  }

  @Nested
  class Bounds {
    @Test
    void standInTheStatement() {
      bounds = new StatementBounds(1001, Duration.ofSeconds(30));
      assertThat(rendered("SELECT id FROM orders"))
          .isEqualTo("SELECT /*+ MAX_EXECUTION_TIME(30000) */ `id` FROM `orders` LIMIT 1001");
      assertThat(rendered("WITH o AS (SELECT id FROM orders) SELECT id FROM o LIMIT 5 OFFSET 7"))
          .isEqualTo(
              "WITH `o` AS (SELECT `id` FROM `orders`)"
                  + " SELECT /*+ MAX_EXECUTION_TIME(30000) */ `id` FROM `o` LIMIT 5 OFFSET 7");
    }

    @Test
    void growNoLargerThanTheyAre() {
      bounds = new StatementBounds(1001, Duration.ZERO);
      assertThat(rendered("SELECT id FROM orders LIMIT 99999999999999999999"))
          .isEqualTo("SELECT `id` FROM `orders` LIMIT 1001");
      assertThat(rendered("(SELECT id FROM orders ORDER BY id LIMIT 3)"))
          .isEqualTo("SELECT `id` FROM `orders` ORDER BY `id` LIMIT 3");
      assertThat(rendered("(SELECT id FROM orders LIMIT 3) UNION SELECT 1"))
          .endsWith("UNION SELECT 1 LIMIT 1001");
    }
  }

  /** What holds without any rule. */
  @Nested
  class Defaults {
    private PermittedSchema schemaOf(Masking masking, String... roles) {
      Caller caller = new Caller("li", Set.of(roles), Set.of(), Map.of());
      CurrentRules current =
          new CurrentRules(
              List::of, new AccessDefaults(RoleGrants.contract(), masking), Duration.ZERO);
      current.refresh();
      return PermittedSchema.of(
          WITH_VIEWS, GuardPolicy.wholeCatalogue().with(current.policyOf(caller)));
    }

    @Test
    void leaveACatalogueAloneOfWhichTheyWithholdNothing() {
      SchemaSnapshot orders =
          SchemaSnapshot.of(
              "shop", "1", Instant.EPOCH, List.of(ShopSchema.table("orders", "id status")));
      CurrentRules current =
          new CurrentRules(
              List::of, new AccessDefaults(RoleGrants.contract(), Masking.PERSONAL), Duration.ZERO);
      current.refresh();
      GuardPolicy policy = GuardPolicy.wholeCatalogue().with(current.policyOf(new Caller("li")));
      assertThat(PermittedSchema.of(orders, policy).snapshot()).isSameAs(orders);
    }

    @Test
    void leaveViewsThatCannotBeLookedInto() {
      PermittedSchema user = schemaOf(Masking.PERSONAL, "user");
      assertThat(user.snapshot().table("v_secret")).isPresent();
      assertThat(user.table("v_secret").orElseThrow().isWhole()).isTrue();
      assertThat(user.table("v_contacts").orElseThrow().masked()).containsExactly("phone");
    }

    @Test
    void haveNamesOfTheirOwn() {
      Set<String> fingerprints = new HashSet<>();
      for (Masking masking : Masking.values()) {
        for (String role : List.of("user", "admin", "system_manager", "customer")) {
          fingerprints.add(schemaOf(masking, role).policy().fingerprint());
        }
      }
      // No table is reserved from a system manager, and passwords are all that is masked for an
      // administrator, whatever is masked for others.
      assertThat(fingerprints).hasSize(9);
    }
  }
}
