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
import org.wenshu.security.policy.Masking;

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

  @Test
  void masksUnlessAuthenticationIsOff() {
    assertThat(masking(Map.of())).isEqualTo(Masking.PERSONAL);
    assertThat(masking(Map.of("auth", "off"))).isEqualTo(Masking.PASSWORDS);
    assertThat(masking(Map.of("auth", "off", "masking", "on"))).isEqualTo(Masking.PERSONAL);
    assertThat(masking(Map.of("masking", "off"))).isEqualTo(Masking.PASSWORDS);
    assertThatThrownBy(() -> masking(Map.of("masking", "maybe")))
        .hasMessage("wenshu.security.masking knows on and off: maybe");
  }

  @ParameterizedTest
  @CsvSource({"role-grants, open", "role-grants, []", "reserved-tables, x", "reserved-tables, 7"})
  void refusesNonsense(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wenshu.security." + name);
  }

  @Test
  void refusesWhatGrantsNothingByMistake() {
    for (String text : new String[] {"{\"user\":null}", "{\"user\":[null]}"}) {
      assertThatThrownBy(() -> read(Map.of("role-grants", text)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("wenshu.security.role-grants");
    }
  }

  private static RoleGrants read(Map<String, String> values) {
    return RoleKeys.read(config(values));
  }

  private static Masking masking(Map<String, String> values) {
    return RoleKeys.masking(config(values));
  }

  private static InMemoryConfig config(Map<String, String> values) {
    Map<String, String> full = new HashMap<>();
    values.forEach((name, value) -> full.put("wenshu.security." + name, value));
    return new InMemoryConfig(full);
  }
}
