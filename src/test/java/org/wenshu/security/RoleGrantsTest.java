package org.wenshu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleGrantsTest {
  private static final RoleGrants CONTRACT = RoleGrants.contract();

  private static Permissions of(String... roles) {
    return CONTRACT.of(new Caller("li", Set.of(roles), Set.of(), Map.of()));
  }

  private static Permissions listed(String... permissions) {
    return CONTRACT.of(new Caller("li", Set.of("admin"), Set.of(permissions), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "administrator", "super_admin"})
  void administratorsMayDoEverything(String role) {
    assertThat(of(role).effective()).containsExactly("admin:*");
    assertThat(of(role))
        .matches(Permissions::isAdmin)
        .matches(Permissions::readsSchema)
        .matches(Permissions::managesSessions);
    assertThat(of(role).closedTables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "user", "user_manager"})
  void usersReadAllButReservedTables(String role) {
    assertThat(of(role).effective()).containsExactly("schema:read", "table:*:read");
    assertThat(of(role).closedTables()).containsExactly("system_logs");
    assertThat(of(role).isAdmin()).isFalse();
    assertThat(of(role).managesSessions()).isFalse();
  }

  @Test
  void aTableIsOpenToTheRolesItIsReservedFor() {
    assertThat(of("system_manager").closedTables()).isEmpty();
    assertThat(of("user", "system_manager").closedTables()).isEmpty();
  }

  @Test
  void aCallerWithoutRolesIsAUser() {
    assertThat(of()).isEqualTo(of("user"));
  }

  @Test
  void otherRolesGrantNothing() {
    assertThat(of("customer", "Admin").effective()).isEmpty();
    assertThat(of("customer").readsSchema()).isFalse();
    assertThat(of("customer", "analyst").readsSchema()).isTrue();
  }

  @Test
  void otherRolesMayBeGrantedReading() {
    Permissions customer =
        RoleGrants.reading().of(new Caller("li", Set.of("customer"), Set.of(), Map.of()));
    assertThat(customer.effective()).containsExactly("schema:read", "table:*:read");
    assertThat(customer.closedTables()).isEmpty();
    assertThat(customer.isAdmin()).isFalse();
  }

  @Test
  void permissionsOfATokenStandInThePlaceOfItsRoles() {
    Permissions listed = listed("table:users:read", "Session:Manage ");
    assertThat(listed.effective()).containsExactly("Session:Manage ", "table:users:read");
    assertThat(listed.byToken()).isTrue();
    assertThat(listed.isAdmin()).isFalse();
    assertThat(listed.readsSchema()).isFalse();
    assertThat(listed.managesSessions()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*:*", "admin:*", " ADMIN:* "})
  void wildcardsAreEverything(String permission) {
    assertThat(listed(permission).isAdmin()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"table:*:read", "admin:read", "admin", "table:*", "schema:*"})
  void lesserOnesAreNot(String permission) {
    assertThat(listed(permission).isAdmin()).isFalse();
  }
}
