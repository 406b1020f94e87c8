package org.wenshu.protocol.rag.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.execution.Rows;
import org.wenshu.protocol.json.RowArray;

class RowArrayTest {
  @Test
  void mapsCells() {
    Rows rows =
        row(
            "a,b,c,d,e,f,g,h,i,j,k,l",
            9007199254740991L,
            9007199254740992L,
            new BigInteger("18446744073709551615"),
            new BigDecimal("12.50"),
            new BigDecimal("1234567890.1234567"),
            LocalDateTime.of(2024, 3, 1, 8, 5),
            LocalDate.of(2024, 3, 1),
            new Rows.TimeOfDay("08:05:00"),
            "文\"",
            new Rows.Json("{\"k\":[1]}"),
            new byte[] {1, 2, 3},
            null);

    assertThat(text(rows, 10_000))
        .isEqualTo(
            "[{\"a\":9007199254740991,\"b\":\"9007199254740992\",\"c\":\"18446744073709551615\","
                + "\"d\":12.50,\"e\":\"1234567890.1234567\",\"f\":\"2024-03-01T08:05:00Z\","
                + "\"g\":\"2024-03-01\",\"h\":\"08:05:00\",\"i\":\"文\\\"\",\"j\":{\"k\":[1]},"
                + "\"k\":\"AQID\",\"l\":null}]");
  }

  @Test
  void numbersRepeatedLabels() {
    assertThat(text(row("id,id,id", 1L, 2L, 3L), 1000))
        .isEqualTo("[{\"id\":1,\"id_2\":2,\"id_3\":3}]");
  }

  @Test
  void dropsRowsFromTheTail() {
    Rows rows = new Rows(List.of("n"), Collections.nCopies(100, List.of(7L)), false);

    RowArray array = RowArray.of(rows, 50);

    assertThat(array.count()).isEqualTo(6);
    assertThat(array.array().rawValue().toString()).hasSizeLessThanOrEqualTo(50).endsWith("}]");
    assertThat(RowArray.of(rows, 3).array().rawValue()).isEqualTo("[]");
  }

  @Test
  void rendersCsv() {
    Rows rows =
        new Rows(
            List.of("name", "note"),
            List.of(List.of("a,b", "say \"x\""), Arrays.asList("line\nbreak", null)),
            false);

    assertThat(ResultFormat.CSV.render(rows, 2))
        .isEqualTo("name,note\n\"a,b\",\"say \"\"x\"\"\"\n\"line\nbreak\",\n");
    assertThat(ResultFormat.CSV.render(rows, 0)).isEqualTo("name,note\n");
  }

  @Test
  void rendersTables() {
    Rows rows = new Rows(List.of("id", "名"), List.of(List.of(1L, "张三"), List.of(22L, "x")), false);

    assertThat(ResultFormat.TABLE.render(rows, 2))
        .isEqualTo("| id | 名   |\n|----|------|\n| 1  | 张三 |\n| 22 | x    |\n");
    assertThat(ResultFormat.TABLE.render(rows, 0)).isEqualTo("| id | 名 |\n");
  }

  @Test
  void knowsTheNamesOfFormats() {
    assertThat(ResultFormat.named("csv")).contains(ResultFormat.CSV);
    assertThat(ResultFormat.named("CSV")).isEmpty();
    assertThat(ResultFormat.named("xml")).isEmpty();
  }

  private static String text(Rows rows, int maxBytes) {
    return RowArray.of(rows, maxBytes).array().rawValue().toString();
  }

  private static Rows row(String labels, Object... values) {
    return new Rows(List.of(labels.split(",")), List.of(Arrays.asList(values)), false);
  }
}
