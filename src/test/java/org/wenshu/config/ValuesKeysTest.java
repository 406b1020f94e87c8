package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.values.DictionaryField;
import org.wenshu.values.ValueDictionary;
import org.wenshu.values.ValuesConfig;
import org.wenshu.values.ValuesConfig.OnAmbiguous;

class ValuesKeysTest {
  @Test
  void hasDefaults() {
    assertThat(ValuesKeys.read(new InMemoryConfig(Map.of()))).isEqualTo(ValuesConfig.defaults());
  }

  @Test
  void readsDictionariesInTheirOrder() {
    ValuesConfig config =
        ValuesKeys.read(
            new InMemoryConfig(
                Map.of(
                    "wenshu.values.dictionaries",
                    "region = REGION , areas.NAME; city=CITY;",
                    "wenshu.values.ttl",
                    "PT1M",
                    "wenshu.values.cap",
                    "7",
                    "wenshu.values.first-wait",
                    "PT0.5S",
                    "wenshu.values.on-ambiguous",
                    "keep")));
    assertThat(config)
        .isEqualTo(
            new ValuesConfig(
                List.of(
                    new ValueDictionary(
                        "region",
                        List.of(
                            DictionaryField.anywhere("REGION"),
                            new DictionaryField(Optional.of("areas"), "NAME"))),
                    ValueDictionary.of("city", "CITY")),
                Duration.ofMinutes(1),
                7,
                Duration.ofMillis(500),
                OnAmbiguous.KEEP));
  }

  @Test
  void refusesAGroupWithoutColumns() {
    assertThatThrownBy(() -> ValuesKeys.dictionaries("department"))
        .hasMessageContaining("group=COLUMN");
  }
}
