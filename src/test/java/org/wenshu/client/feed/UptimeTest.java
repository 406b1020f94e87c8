package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0S | 0:00:00",
        "PT0.000345S | 0:00:00.000345",
        "PT1M2.5S | 0:01:02.500000",
        "PT0.0000009S | 0:00:00",
        "PT23H59M59S | 23:59:59",
        "PT24H | 1 day, 0:00:00",
        "PT51H4M5.000001S | 2 days, 3:04:05.000001",
      })
  void writesHoursDaysAndFractions(Duration time, String text) {
    assertThat(Uptime.text(time)).isEqualTo(text);
  }
}
