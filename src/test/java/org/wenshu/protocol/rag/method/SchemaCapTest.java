package org.wenshu.protocol.rag.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SchemaCapTest {
  @Test
  void leavesAloneWhatFits() {
    ObjectNode schema = schema();
    new SchemaCap(1_000_000).apply(schema);
    assertThat(schema).isEqualTo(schema());
  }

  @Test
  void dropsInOrder() {
    assertThat(capped(100)).contains("\"indexes\":[\"i\"").doesNotContain("\"definition\":\"S");
    assertThat(capped(2500)).contains("\"indexes\":[]", "\"comment\":\"c");
    assertThat(capped(5000)).contains("\"comment\":\"\"").doesNotContain("truncated");
    String least = capped(9500);
    assertThat(least).contains("\"truncated\":true", "\"name\":\"t0\"").doesNotContain("\"t19\"");
  }

  private static String capped(int saved) {
    ObjectNode schema = schema();
    int maxBytes = schema.toString().length() - saved;
    new SchemaCap(maxBytes).apply(schema);
    assertThat(schema.toString().length()).isLessThanOrEqualTo(maxBytes);
    return schema.toString();
  }

  /** About 2,000 characters of definitions, 2,400 of indexes, 4,000 of comments. */
  private static ObjectNode schema() {
    ObjectNode schema = Json.object();
    ArrayNode tables = schema.putArray("tables");
    for (int i = 0; i < 20; i++) {
      ObjectNode table = tables.addObject().put("name", "t" + i);
      table.putArray("columns").addObject().put("name", "id").put("comment", "c".repeat(200));
      table.putArray("indexes").add("i").add("x".repeat(116));
    }
    schema.putArray("views").addObject().put("name", "v").put("definition", "S".repeat(2000));
    return schema;
  }
}
