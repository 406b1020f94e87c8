package org.wenshu.security.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Level;
import org.wenshu.security.policy.AccessRule.Subject;

/** What rules come to for a caller. */
class AccessRulesTest {
  private static final Caller ANALYST =
      new Caller("zhao", Set.of("analyst"), Set.of(), Map.of("region", List.of("华东", "it's")));

  private static AccessRule rule(
      Level level, String subject, Effect effect, String table, String column, String expression) {
    return new AccessRule(new Subject(level, subject), effect, table, column, expression);
  }

  private static AccessRule all(Effect effect, String table, String column) {
    return rule(Level.EVERYONE, "", effect, table, column, "");
  }

  private static AccessRule analysts(Effect effect, String table, String column) {
    return rule(Level.ROLE, "analyst", effect, table, column, "");
  }

  private static AccessPolicy policy(AccessRule... rules) {
    return new AccessRules(List.of(rules)).policyOf(ANALYST);
  }

  @Nested
  class Tables {
    @Test
    void withoutRulesEverythingIsOpen() {
      assertThat(policy().isOpen()).isTrue();
      assertThat(policy().permits("orders")).isTrue();
    }

    @Test
    void rulesAboutOthersChangeNothing() {
      AccessPolicy policy =
          policy(
              rule(Level.ROLE, "guest", Effect.DENY_TABLE, "orders", "", ""),
              rule(Level.CALLER, "qian", Effect.DENY_TABLE, "orders", "", ""));
      assertThat(policy.isOpen()).isTrue();
    }

    @Test
    void namesInRulesHaveNoLetterCaseAndRolesDo() {
      assertThat(policy(all(Effect.DENY_TABLE, "Orders", "")).permits("ORDERS")).isFalse();
      assertThat(
              policy(rule(Level.ROLE, "Analyst", Effect.DENY_TABLE, "orders", "", ""))
                  .permits("orders"))
          .isTrue();
    }

    @Test
    void theNearestRuleDecides() {
      AccessPolicy policy =
          policy(
              all(Effect.DENY_TABLE, "*", ""),
              analysts(Effect.ALLOW_TABLE, "orders", ""),
              analysts(Effect.ALLOW_TABLE, "users", ""),
              rule(Level.CALLER, "zhao", Effect.DENY_TABLE, "users", "", ""));
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("users")).isFalse();
      assertThat(policy.permits("salaries")).isFalse();
    }

    @Test
    void aNamedTableComesBeforeEveryTable() {
      AccessPolicy policy =
          policy(all(Effect.DENY_TABLE, "*", ""), all(Effect.ALLOW_TABLE, "orders", ""));
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("users")).isFalse();
    }

    @Test
    void amongEqualsTheStricterRuleDecides() {
      AccessPolicy policy =
          policy(
              analysts(Effect.ALLOW_TABLE, "orders", ""),
              analysts(Effect.DENY_TABLE, "orders", ""));
      assertThat(policy.permits("orders")).isFalse();
    }
  }

  @Nested
  class Permissions {
    private AccessPolicy of(String... permissions) {
      Caller caller = new Caller("zhao", Set.of(), Set.of(permissions), Map.of());
      return new AccessRules(List.of(all(Effect.DENY_TABLE, "salaries", ""))).policyOf(caller);
    }

    @Test
    void openWhatTheyNameAndNothingElse() {
      AccessPolicy policy = of("table:orders:read", "users:read", "table:Items:select", "x:write");
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("users")).isTrue();
      assertThat(policy.permits("items")).isTrue();
      assertThat(policy.permits("x")).isFalse();
      assertThat(policy.permits("products")).isFalse();
      assertThat(policy.isOpen()).isFalse();
    }

    @Test
    void aboutOtherThingsOpenNothing() {
      assertThat(of("schema:read", "session:manage").permits("orders")).isFalse();
    }

    @Test
    void forEverythingDoNotUndoARule() {
      for (String everything : List.of("*", "admin:*", "table:*:read", "table:*")) {
        assertThat(of(everything).permits("orders")).as(everything).isTrue();
        assertThat(of(everything).permits("salaries")).as(everything).isFalse();
      }
    }
  }

  @Nested
  class Columns {
    @Test
    void mayBeHiddenOrMasked() {
      TableAccess users =
          policy(
                  all(Effect.DENY_COLUMN, "users", "password"),
                  rule(Level.EVERYONE, "", Effect.MASK_COLUMN, "users", "phone", "LEFT(phone, 3)"),
                  all(Effect.MASK_COLUMN, "users", "email"))
              .table("users");
      assertThat(users.column("Password")).isEqualTo(ColumnAccess.HIDDEN);
      assertThat(users.column("phone").mask()).isEqualTo("LEFT(phone, 3)");
      assertThat(users.column("email").mask()).isEqualTo("NULL");
      assertThat(users.column("name")).isEqualTo(ColumnAccess.PLAIN);
    }

    @Test
    void ofATableMayBeOpenedOneByOne() {
      TableAccess users =
          policy(all(Effect.DENY_COLUMN, "users", "*"), all(Effect.ALLOW_COLUMN, "users", "name"))
              .table("users");
      assertThat(users.column("name")).isEqualTo(ColumnAccess.PLAIN);
      assertThat(users.column("whatever")).isEqualTo(ColumnAccess.HIDDEN);
    }

    @Test
    void aRoleMayUnmask() {
      TableAccess users =
          policy(
                  all(Effect.MASK_COLUMN, "users", "phone"),
                  analysts(Effect.ALLOW_COLUMN, "users", "phone"))
              .table("users");
      assertThat(users.isWhole()).isTrue();
    }
  }

  @Nested
  class Rows {
    @Test
    void filtersOfOneLevelAddUpAndNearerOnesReplaceThem() {
      AccessRule everyone =
          rule(Level.EVERYONE, "", Effect.FILTER_ROWS, "orders", "", "status = 'paid'");
      AccessRule role =
          rule(Level.ROLE, "analyst", Effect.FILTER_ROWS, "orders", "", "amount < 10");
      AccessRule other =
          rule(Level.ROLE, "analyst", Effect.FILTER_ROWS, "orders", "", "amount > 90");
      assertThat(policy(everyone).table("orders").filters()).hasSize(1);
      assertThat(policy(everyone, role, other).table("orders").filters())
          .extracting(RowFilter::condition)
          .containsExactlyInAnyOrder("amount < 10", "amount > 90");
    }

    @Test
    void attributesBecomeLiterals() {
      RowFilter filter = RowFilter.of("region IN (:region) AND owner = :caller", ANALYST);
      assertThat(filter.withLiterals(v -> '"' + v + '"'))
          .isEqualTo("region IN (\"华东\", \"it's\") AND owner = \"zhao\"");
    }

    @Test
    void anAttributeTheCallerLacksMatchesNothing() {
      RowFilter filter = RowFilter.of("tenant = :tenant OR role IN (:roles)", ANALYST);
      assertThat(filter.withLiterals(v -> "'" + v + "'"))
          .isEqualTo("tenant = NULL OR role IN ('analyst')");
    }

    @Test
    void quotedTextIsNoAttribute() {
      String condition = "a = ':region' AND b = \"x\\\":region\" AND `c:region` = '12'':region'";
      assertThat(RowFilter.of(condition, ANALYST).withLiterals(v -> v)).isEqualTo(condition);
    }
  }

  @Test
  void policiesOfCallersWithTheSameRightsAreEqual() {
    AccessRules rules = new AccessRules(List.of(analysts(Effect.DENY_TABLE, "orders", "")));
    AccessPolicy one = rules.policyOf(new Caller("a", Set.of("analyst"), Set.of(), Map.of()));
    AccessPolicy other = rules.policyOf(new Caller("b", Set.of("analyst"), Set.of(), Map.of()));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(rules.policyOf(new Caller("c")));
  }

  /** The order of an unordered map differs from one server to the next. */
  @Test
  void policiesReadAlikeOnEveryNode() {
    AccessRule[] rules =
        Stream.of("g", "c", "a", "f", "b", "e", "d")
            .map(letter -> all(Effect.MASK_COLUMN, "users", "column_" + letter))
            .toArray(AccessRule[]::new);
    assertThat(policy(rules).toString()).containsPattern("_a=.*_b=.*_c=.*_d=.*_e=.*_f=.*_g=");
    assertThat(RowFilter.of("x = :c OR x = :a OR x = :d OR x = :b", ANALYST).toString())
        .containsPattern("a=.*b=.*c=.*d=");
  }
}
