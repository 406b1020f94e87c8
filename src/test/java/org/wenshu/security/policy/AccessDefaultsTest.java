package org.wenshu.security.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.security.Caller;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Level;
import org.wenshu.security.policy.AccessRule.Subject;

/** What roles and names of columns come to beside the rules. */
class AccessDefaultsTest {
  private static final AccessDefaults DEFAULTS =
      new AccessDefaults(RoleGrants.contract(), Masking.PERSONAL);

  private static Caller having(String... roles) {
    return new Caller("li", Set.of(roles), Set.of(), Map.of());
  }

  private static AccessPolicy policy(Caller caller, AccessRule... rules) {
    return new AccessRules(List.of(rules)).policyOf(caller, DEFAULTS);
  }

  private static AccessRule everyone(Effect effect, String table, String column, String mask) {
    return new AccessRule(Subject.everyone(), effect, table, column, mask);
  }

  private static AccessRule customers(Effect effect, String table) {
    return new AccessRule(new Subject(Level.ROLE, "customer"), effect, table, "", "");
  }

  @Nested
  class Tables {
    @ParameterizedTest
    @CsvSource({
      "admin, true, true",
      "system_manager, true, true",
      "user, true, false",
      "analyst, true, false",
      "user_manager, true, false",
      "customer, false, false"
    })
    void rolesOpenTables(String role, boolean orders, boolean logs) {
      assertThat(policy(having(role)).permits("orders")).isEqualTo(orders);
      assertThat(policy(having(role)).permits("SYSTEM_LOGS")).isEqualTo(logs);
    }

    @Test
    void rulesOpenFurtherOnes() {
      AccessPolicy policy = policy(having("customer"), customers(Effect.ALLOW_TABLE, "orders"));
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("users")).isFalse();
    }

    @Test
    void aRuleAboutEveryTableOpensAllButReservedOnes() {
      AccessRule all = everyone(Effect.ALLOW_TABLE, "*", "", "");
      AccessRule logs = customers(Effect.ALLOW_TABLE, "system_logs");
      assertThat(policy(having("customer"), all).permits("orders")).isTrue();
      assertThat(policy(having("customer"), all).permits("system_logs")).isFalse();
      assertThat(policy(having("customer"), all, logs).permits("system_logs")).isTrue();
    }

    @Test
    void aRuleAboutEveryTableKeepsNarrowerOnesInForce() {
      AccessPolicy policy =
          policy(
              having("customer"),
              everyone(Effect.ALLOW_TABLE, "*", "", ""),
              everyone(Effect.DENY_TABLE, "salaries", "", ""),
              customers(Effect.DENY_TABLE, "users"));
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("salaries")).isFalse();
      assertThat(policy.permits("users")).isFalse();
    }

    @Test
    void noRuleOpensMoreThanATokenLists() {
      Caller listed = new Caller("li", Set.of(), Set.of("table:orders:read"), Map.of());
      AccessPolicy policy = policy(listed, everyone(Effect.ALLOW_TABLE, "users", "", ""));
      assertThat(policy.permits("orders")).isTrue();
      assertThat(policy.permits("users")).isFalse();
    }

    @Test
    void rulesHoldForAdministratorsToo() {
      AccessPolicy policy =
          policy(having("admin"), everyone(Effect.DENY_TABLE, "salaries", "", ""));
      assertThat(policy.permits("salaries")).isFalse();
      assertThat(policy.permits("orders")).isTrue();
    }
  }

  @Nested
  class Columns {
    @Test
    void areMaskedByNameUnlessTheCallerIsAnAdministrator() {
      assertThat(kind(policy(having("user")), "email")).isEqualTo(ColumnAccess.Kind.MASKED);
      assertThat(kind(policy(having("user")), "name")).isEqualTo(ColumnAccess.Kind.PLAIN);
      assertThat(kind(policy(having("admin")), "email")).isEqualTo(ColumnAccess.Kind.PLAIN);
    }

    @Test
    void withPasswordsAreMaskedForEverybody() {
      AccessRule allowed = everyone(Effect.ALLOW_COLUMN, "users", "password", "");
      AccessRule part = everyone(Effect.MASK_COLUMN, "users", "password", "LEFT(password, 9)");
      for (AccessRule rule : List.of(allowed, part)) {
        assertThat(policy(having("admin"), rule).column("users", "password", ValueFamily.TEXT))
            .isEqualTo(ColumnAccess.masked("'******'"));
      }
      AccessRule denied = everyone(Effect.DENY_COLUMN, "users", "password", "");
      assertThat(kind(policy(having("admin"), denied), "password"))
          .isEqualTo(ColumnAccess.Kind.HIDDEN);
    }

    @Test
    void thatARuleNamesAreAsItSays() {
      AccessRule allowed = everyone(Effect.ALLOW_COLUMN, "users", "email", "");
      AccessRule masked = everyone(Effect.MASK_COLUMN, "users", "phone", "'-'");
      AccessPolicy policy = policy(having("user"), allowed, masked);
      assertThat(kind(policy, "email")).isEqualTo(ColumnAccess.Kind.PLAIN);
      assertThat(policy.column("users", "phone", ValueFamily.TEXT).mask()).isEqualTo("'-'");
    }

    @Test
    void areNotUncoveredByARuleAboutAllOfThem() {
      AccessRule all = everyone(Effect.ALLOW_COLUMN, "users", "*", "");
      assertThat(kind(policy(having("user"), all), "email")).isEqualTo(ColumnAccess.Kind.MASKED);
      AccessRule none = everyone(Effect.DENY_COLUMN, "users", "*", "");
      assertThat(kind(policy(having("user"), none), "email")).isEqualTo(ColumnAccess.Kind.HIDDEN);
    }

    private static ColumnAccess.Kind kind(AccessPolicy policy, String column) {
      return policy.column("users", column, ValueFamily.TEXT).kind();
    }
  }

  @Test
  void policiesThatDifferInDefaultsDiffer() {
    assertThat(policy(having("user"))).isEqualTo(policy(having("analyst")));
    assertThat(policy(having("user")).toString()).isEqualTo(policy(having("analyst")).toString());
    for (String role : List.of("admin", "system_manager", "customer")) {
      assertThat(policy(having(role))).as(role).isNotEqualTo(policy(having("user")));
      assertThat(policy(having(role)).toString()).isNotEqualTo(policy(having("user")).toString());
    }
    AccessRules rules = AccessRules.none();
    AccessDefaults unmasked = new AccessDefaults(RoleGrants.contract(), Masking.PASSWORDS);
    assertThat(rules.policyOf(having("user"), unmasked)).isNotEqualTo(policy(having("user")));
    assertThat(rules.policyOf(having("admin"), unmasked)).isEqualTo(policy(having("admin")));
  }
}
