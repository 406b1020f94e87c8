package org.wenshu.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables line up whatever the script. */
class TableTest {
  @Test
  void chineseTakesTwoColumns() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("工厂，ＡＢ")).isEqualTo(10);
    assertThat(TextWidth.of("é")).isEqualTo(1);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("한글カナ𠀀")).isEqualTo(10);
  }

  @Test
  void cutsWithoutTearingWideCharacters() {
    assertThat(TextWidth.cut("工厂工厂", 8)).isEqualTo("工厂工厂");
    assertThat(TextWidth.cut("工厂工厂", 6)).isEqualTo("工厂…");
    assertThat(TextWidth.cut("工厂工厂", 5)).isEqualTo("工厂…");
  }

  @Test
  void linesUpTextsLeftAndNumbersRight() {
    Table table = new Table(List.of("城市", "n"));
    table.add(List.of("上海", 1200));
    table.add(Arrays.asList("Hefei\nnorth", null));
    assertThat(table.render(80))
        .isEqualTo(
            """
            城市            n
            ───────────  ────
            上海         1200
            Hefei north
            """);
  }

  @Test
  void takesFromTheWidestColumnWhatDoesNotFit() {
    Table table = new Table(List.of("a", "b"));
    table.add(List.of("x".repeat(50), "y".repeat(50)));
    assertThat(table.render(40).lines()).allMatch(line -> TextWidth.of(line) <= 40);
  }

  @Test
  void aBarShowsPartAndPace() {
    assertThat(ProgressBar.line(4500, 0.5, 3)).startsWith("━".repeat(15) + "─").contains(" 50%");
    assertThat(ProgressBar.line(4500, 0.5, 3)).endsWith("4,500  1,500/s");
    assertThat(ProgressBar.line(7, -1, 0)).isEqualTo("7  0/s");
  }
}
