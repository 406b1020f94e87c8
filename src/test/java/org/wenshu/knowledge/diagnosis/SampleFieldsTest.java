package org.wenshu.knowledge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.row.RowField;
import org.wenshu.knowledge.row.RowSchema;

class SampleFieldsTest {
  @Test
  void readsNamesOfEveryKind() {
    assertThat(names("a;\"b;c\";d\n1;2;3")).containsExactly("a", "b;c", "d");
    assertThat(names("[{\"a\":1,\"b\":{\"c\":2}}]")).containsExactly("a", "b");
    assertThat(names("{\"rows\":[{\"x\":1}]}")).containsExactly("x");
    assertThat(names("[{\"a\":1,\"b\":\"brok")).containsExactly("a", "b");
    assertThat(names("<r><i><a>1</a><b k=\"2\">2</b></i></r>")).containsExactly("a", "b");
  }

  @Test
  void findsTheSchemaThatFits() {
    RowSchema prices = schema("prices", "item", "unit_price");
    RowSchema people = schema("people", "name", "born");
    SampleFields sample = SampleFields.of("Item,Unit Price,Note\nx,1,y", DataKind.CSV);
    assertThat(SchemaFit.best(List.of(people, prices), sample)).containsExactly(prices);
    assertThat(SchemaFit.mapping(prices, sample).keySet()).containsExactly("Item", "Unit Price");
  }

  private static RowSchema schema(String name, String... fields) {
    return new RowSchema(
        name, "", List.of(fields).stream().map(f -> new RowField(f, "string", false)).toList());
  }

  private static List<String> names(String sample) {
    return SampleFields.of(sample, DataKind.of(sample)).names();
  }
}
