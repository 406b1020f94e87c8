package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.details.DetailsConfig;

class SchemaKeysTest {
  @Test
  void hasDefaults() {
    assertThat(SchemaKeys.read(new InMemoryConfig(Map.of()))).isEqualTo(SchemaConfig.defaults());
  }

  @Test
  void readsEveryKey() {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("wenshu.schema.refresh-interval", "PT1M"),
            Map.entry("wenshu.schema.retry-interval", "PT2S"),
            Map.entry("wenshu.schema.scan-timeout", "PT3S"),
            Map.entry("wenshu.schema.statement-timeout", "PT4S"),
            Map.entry("wenshu.schema.sampling-timeout", "PT5S"),
            Map.entry("wenshu.schema.sampling-statement-timeout", "PT6S"),
            Map.entry("wenshu.schema.sampling-max-values", "7"),
            Map.entry("wenshu.schema.sampling-max-length", "8"),
            Map.entry("wenshu.schema.sampling-max-rows", "9"),
            Map.entry("wenshu.schema.linking-all-tables", "10"),
            Map.entry("wenshu.schema.linking-all-columns", "11"),
            Map.entry("wenshu.schema.linking-max-tables", "12"),
            Map.entry("wenshu.schema.linking-max-joined", "13"));
    assertThat(SchemaKeys.read(new InMemoryConfig(values)))
        .isEqualTo(
            new SchemaConfig(
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                new SchemaConfig.Sampling(Duration.ofSeconds(5), Duration.ofSeconds(6), 7, 8, 9),
                new SchemaConfig.Linking(10, 11, 12, 13)));
  }

  @Test
  void keepsDetailsAsFreshAsTheCatalogue() {
    SchemaConfig catalogue = SchemaKeys.read(new InMemoryConfig(Map.of()));
    assertThat(SchemaKeys.details(new InMemoryConfig(Map.of()), catalogue))
        .isEqualTo(DetailsConfig.defaults());
    assertThat(
            SchemaKeys.details(
                new InMemoryConfig(
                    Map.of(
                        "wenshu.schema.details-max-age", "PT1H",
                        "wenshu.schema.details-timeout", "PT2S")),
                catalogue))
        .isEqualTo(
            new DetailsConfig(Duration.ofHours(1), Duration.ofSeconds(2), Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db.example:3306/shop?sslMode=DISABLED, db.example:3306/shop",
    "jdbc:mysql://u:p@db.example/shop, db.example/shop",
    "jdbc:mysql:loadbalance://a:1;b:2/shop, a:1;b:2/shop",
  })
  void namesTheTargetWithoutCredentialsAndProperties(String url, String target) {
    assertThat(SchemaKeys.target(new InMemoryConfig(Map.of("wenshu.target.url", url))))
        .isEqualTo(target);
  }
}
