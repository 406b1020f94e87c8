package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FamiliarNamesTest {
  private static FamiliarNames names(Map<String, String> environment) {
    return new FamiliarNames(environment::get);
  }

  @Test
  void readsLimits() {
    FamiliarNames names =
        names(
            Map.of(
                "MAX_CONNECTIONS", "2000",
                "MAX_SUBSCRIPTIONS_PER_CLIENT", " 200 ",
                "UPDATE_INTERVAL", "0.1"));
    assertThat(names.getValue("wenshu.ws.max-connections")).isEqualTo("2000");
    assertThat(names.getValue("wenshu.feed.max-subscriptions")).isEqualTo("200");
    assertThat(names.getValue("wenshu.feed.table.interval")).isEqualTo("PT0.1S");
  }

  @Test
  void readsWhereDataComesFrom() {
    FamiliarNames log = names(Map.of("DATASOURCE_TYPE", "mysql-cdc"));
    assertThat(log.getValue("wenshu.feed.table.mode")).isEqualTo("log");
    assertThat(log.getValue("wenshu.feed.simulator.enabled")).isNull();
    FamiliarNames made = names(Map.of("DATASOURCE_TYPE", "mock"));
    assertThat(made.getValue("wenshu.feed.table.mode")).isNull();
    assertThat(made.getValue("wenshu.feed.simulator.enabled")).isEqualTo("true");
    FamiliarNames brought = names(Map.of("DATASOURCE_TYPE", "ingest"));
    assertThat(brought.getValue("wenshu.feed.table.mode")).isNull();
    assertThat(brought.getValue("wenshu.feed.simulator.enabled")).isNull();
  }

  @Test
  void readsWhoMayConnect() {
    FamiliarNames names = names(Map.of("ENABLE_AUTH", "True", "AUTH_TOKEN", "t0ken"));
    assertThat(names.getValue("wenshu.security.auth")).isEqualTo("required");
    assertThat(names.getValue("wenshu.security.tokens")).isEqualTo("t0ken=client");
    assertThat(names(Map.of("ENABLE_AUTH", "perhaps")).getValue("wenshu.security.auth")).isNull();
  }

  @Test
  void saysNothingOfWhatIsNotSet() {
    FamiliarNames names = names(Map.of("MAX_CONNECTIONS", " "));
    assertThat(names.getPropertyNames())
        .allSatisfy(name -> assertThat(names.getValue(name)).isNull());
    assertThat(names.getValue("wenshu.other")).isNull();
    assertThat(names.getOrdinal()).as("below the project's own defaults").isLessThan(100);
  }
}
