package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.security.RoleGrants;

class RoleKeysTest {
  @Test
  void keepsTheContractUnlessAuthenticationIsOff() {
    assertThat(read(Map.of())).isEqualTo(RoleGrants.contract());
    assertThat(read(Map.of("auth", "off"))).isEqualTo(RoleGrants.reading());
    assertThat(read(Map.of("auth", "off", "role-grants", "contract")))
        .isEqualTo(RoleGrants.contract());
    assertThat(read(Map.of("role-grants", "reading"))).isEqualTo(RoleGrants.reading());
  }

  @Test
  void putsRolesInThePlaceOfTheContracts() {
    RoleGrants grants =
        read(Map.of("role-grants", "{\"user\":[],\"buyer\":[\"table:orders:read\"]}"));
    assertThat(grants.byRole())
        .containsEntry("user", Set.of())
        .containsEntry("buyer", Set.of("table:orders:read"))
        .containsEntry("admin", Set.of("admin:*"));
    assertThat(grants.reservedTables()).isEqualTo(RoleGrants.contract().reservedTables());
  }

  @Test
  void readsReservedTables() {
    assertThat(read(Map.of("reserved-tables", "{\"Salaries\":[\"hr\"]}")).reservedTables())
        .isEqualTo(Map.of("salaries", Set.of("hr")));
    assertThat(read(Map.of("reserved-tables", "{}")).reservedTables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"role-grants, open", "role-grants, []", "reserved-tables, x", "reserved-tables, 7"})
  void refusesNonsense(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wenshu.security." + name);
  }

  private static RoleGrants read(Map<String, String> values) {
    Map<String, String> full = new HashMap<>();
    values.forEach((name, value) -> full.put("wenshu.security." + name, value));
    return RoleKeys.read(new InMemoryConfig(full));
  }
}
