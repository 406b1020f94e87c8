package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {
  @Test
  void asksTheDemoOnPort8080WhenNothingIsSaid() {
    LaunchSettings settings = read(Map.of(), Map.of());
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".wenshu"));
    assertThat(settings.target()).isEmpty();
    assertThat(settings.store()).isEmpty();
    assertThat(settings.access()).isEqualTo(Access.OPEN);
  }

  @Test
  void propertiesWinOverTheEnvironment() {
    LaunchSettings settings =
        read(Map.of("wenshu.http.port", "9000"), Map.of("WENSHU_HTTP_PORT", "9001"));
    assertThat(settings.httpPort()).isEqualTo(9000);
  }

  @Test
  void blankPropertiesDoNotHideTheEnvironment() {
    LaunchSettings settings =
        read(Map.of("wenshu.http.port", ""), Map.of("WENSHU_HTTP_PORT", "9001"));
    assertThat(settings.httpPort()).isEqualTo(9001);
  }

  @Test
  void asksTheUsersDatabaseBehindATokenOnly() {
    LaunchSettings settings =
        read(
            Map.of(),
            Map.of(
                "WENSHU_TARGET_URL", "jdbc:mysql://db/sales",
                "WENSHU_TARGET_USER", "ann",
                "WENSHU_TARGET_PASSWORD", "secret"));
    assertThat(settings.target())
        .contains(new DatabaseAddress("jdbc:mysql://db/sales", new Account("ann", "secret")));
    assertThat(settings.access()).isEqualTo(Access.BY_TOKEN);
  }

  @Test
  void whatIsSaidAboutAccessCounts() {
    Map<String, String> own = Map.of("WENSHU_TARGET_URL", "jdbc:mysql://db/sales");
    assertThat(read(Map.of("wenshu.security.auth", "off"), own).access()).isEqualTo(Access.OPEN);
    assertThat(read(Map.of("wenshu.security.auth", "required"), Map.of()).access())
        .isEqualTo(Access.AS_CONFIGURED);
    assertThat(read(Map.of("wenshu.security.tokens", "t=ann"), own).access())
        .isEqualTo(Access.AS_CONFIGURED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "eighty", "-1", "8080.5"})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> read(Map.of("wenshu.http.port", port), Map.of()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(port);
  }

  @Test
  void neverShowsPasswords() {
    assertThat(read(Map.of(), Map.of("WENSHU_TARGET_URL", "u", "WENSHU_TARGET_PASSWORD", "hush")))
        .asString()
        .doesNotContain("hush");
  }

  private static LaunchSettings read(
      Map<String, String> properties, Map<String, String> variables) {
    return LaunchSettings.read(properties::get, variables::get);
  }
}
