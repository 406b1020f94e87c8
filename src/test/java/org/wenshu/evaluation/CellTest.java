package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void numbersOfAllTypesAreOne() {
    assertThat(Cell.normal(new BigDecimal("12.50")))
        .isEqualTo(Cell.normal(12.5d))
        .isEqualTo(Cell.normal("12.5"));
    assertThat(Cell.normal(3L)).isEqualTo(Cell.normal(3)).isEqualTo(Cell.normal(3.0));
    assertThat(Cell.normal(true)).isEqualTo(Cell.normal(1));
  }

  @Test
  void numbersAreEqualToSixDigits() {
    assertThat(Cell.normal(1.0 / 3)).isEqualTo(Cell.normal(new BigDecimal("0.333333")));
    assertThat(Cell.normal(1234.56)).isNotEqualTo(Cell.normal(1234.57));
  }

  @Test
  void codesWithLeadingZerosStayText() {
    assertThat(Cell.normal("007")).isEqualTo("007");
  }

  @Test
  void timesAreEqualByTheirText() {
    LocalDateTime noon = LocalDateTime.of(2026, 3, 1, 12, 0);
    assertThat(Cell.normal(noon)).isEqualTo(Cell.normal(Timestamp.valueOf(noon)));
    assertThat(Cell.normal(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
  }

  @Test
  void nullEqualsOnlyNull() {
    assertThat(Cell.normal(null)).isEqualTo(Cell.NULL).isNotEqualTo(Cell.normal(""));
  }
}
