package org.wenshu.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.column;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static Table table(long rows, Column... columns) {
    return new Table("users", false, "用户", List.of(columns), List.of("id"), List.of(), rows);
  }

  @Test
  void ignoresRowCounts() {
    assertThat(ContentHash.of(table(1, column("a", 1, "x"))))
        .isEqualTo(ContentHash.of(table(2, column("a", 1, "x"))));
  }

  @Test
  void seesEveryChangeOfAColumn() {
    assertThat(
            List.of(
                ContentHash.of(table(1, column("a", 1, "x"))),
                ContentHash.of(table(1, column("b", 1, "x"))),
                ContentHash.of(table(1, column("a", 2, "x"))),
                ContentHash.of(table(1, column("a", 1, "y"))),
                ContentHash.of(table(1, column("a", 1, "x", "v"))),
                ContentHash.of(table(1, column("a", 1, "x", "v", "w"))),
                ContentHash.of(table(1, column("a", 1, "x", "vw")))))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasThirtyTwoDigits() {
    assertThat(ContentHash.of(List.<Table>of())).matches("[0-9a-f]{32}");
  }
}
