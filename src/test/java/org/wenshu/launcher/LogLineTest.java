package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private final LogLine line = new LogLine();

  private static LogRecord logged(String text, LocalDateTime at) {
    LogRecord logged = new LogRecord(Level.INFO, text);
    logged.setLoggerName("org.wenshu.Some");
    Instant instant = at.atZone(ZoneId.systemDefault()).toInstant();
    logged.setInstant(instant);
    return logged;
  }

  @Test
  void laysTheLineOutAsTheContractSays() {
    LocalDateTime noon = LocalDateTime.of(2026, 2, 3, 12, 4, 5, 67_000_000);
    assertThat(line.format(logged("WebSocket发送: DONE", noon)))
        .isEqualTo("2026-02-03 12:04:05,067 - org.wenshu.Some - INFO - WebSocket发送: DONE\n");
    assertThat(line.format(logged("next", noon.plusSeconds(1).plusNanos(900_000_000))))
        .isEqualTo("2026-02-03 12:04:06,967 - org.wenshu.Some - INFO - next\n");
    assertThat(line.format(logged("before", noon))).startsWith("2026-02-03 12:04:05,067 - ");
  }

  @Test
  void fillsInParametersAndShowsWhatWasThrown() {
    LogRecord logged = logged("Closing {0}", LocalDateTime.of(2026, 2, 3, 0, 0));
    logged.setParameters(new Object[] {"c7"});
    logged.setThrown(new IllegalStateException("broken"));
    assertThat(line.format(logged))
        .contains(" - INFO - Closing c7\njava.lang.IllegalStateException: broken\n\tat ");
  }
}
