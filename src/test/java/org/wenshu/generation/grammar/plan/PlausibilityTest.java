package org.wenshu.generation.grammar.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

class PlausibilityTest {
  private static ElementRef column(String name, String type, Column.Key key, String... values) {
    Column column = new Column(name, 1, type, type, true, "", key, List.of(values));
    Table table = new Table("things", false, "", List.of(column), List.of(), List.of(), 10);
    return new ElementRef(table, column, 1);
  }

  private static ElementRef text(String... values) {
    return column("kind", "varchar", Column.Key.NONE, values);
  }

  @Test
  void textHasNoLargestUnlessItHoldsNumbers() {
    assertThatThrownBy(() -> Plausibility.ranked(text("red", "green")))
        .isInstanceOf(NotPlanned.class);
    assertThatCode(() -> Plausibility.ranked(text("7.5", "12", "1,000", "null", "3")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Plausibility.ranked(column("full_name", "varchar", Column.Key.NONE)))
        .isInstanceOf(NotPlanned.class);
  }

  @Test
  void textThatIsADateHasALatest() {
    ElementRef date = column("air_date", "varchar", Column.Key.NONE, "May 1, 2008");

    assertThatCode(() -> Plausibility.ranked(date)).doesNotThrowAnyException();
  }

  @Test
  void keysAreNeitherComparedNorAddedUp() {
    ElementRef key = column("id", "int", Column.Key.PRIMARY);

    assertThatThrownBy(() -> Plausibility.compared(key, null)).isInstanceOf(NotPlanned.class);
    assertThatThrownBy(() -> Plausibility.added(key)).isInstanceOf(NotPlanned.class);
  }

  @Test
  void findsTheOnlyStoredValueThatHoldsTheText() {
    ElementRef titles = text("The Rise!", "Evil Under the Sea!");

    assertThat(Plausibility.stored(titles, "the rise")).isEqualTo("The Rise!");
    assertThat(Plausibility.stored(titles, "Under the Sea")).isEqualTo("Evil Under the Sea!");
    assertThat(Plausibility.stored(text(), "anything")).isEqualTo("anything");
  }

  @Test
  void saysThatAValueIsNotStored() {
    assertThatThrownBy(() -> Plausibility.stored(text("red", "green"), "blue"))
        .isInstanceOf(NotPlanned.class)
        .hasMessageContaining("blue");
  }
}
