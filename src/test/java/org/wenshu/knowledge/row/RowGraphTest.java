package org.wenshu.knowledge.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowSelection.Comparison;
import org.wenshu.knowledge.StoredRow;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;

class RowGraphTest {
  private static final CollectionId COLLECTION = CollectionId.of("", "");

  private final InMemoryConfigurationStore configuration = new InMemoryConfigurationStore();
  private final ScriptedRowStore rows = new ScriptedRowStore();
  private final RowGraph graph = new RowGraph(rows, new RowSchemas(configuration));

  @BeforeEach
  void configure() {
    configuration.put(
        List.of(
            new ConfigurationEntry(
                "schema",
                "items",
                "{\"name\":\"items\",\"fields\":[{\"name\":\"name\",\"type\":\"string\",\"primary_key\":true},"
                    + "{\"name\":\"unit_price\",\"type\":\"float\"},{\"name\":\"stock\",\"type\":\"long\"},"
                    + "{\"name\":\"sold\",\"type\":\"boolean\"},{\"name\":\"名\",\"type\":\"string\"}]}"),
            new ConfigurationEntry("schema", "表", "{\"fields\":[{\"name\":\"a\"}]}")));
    rows.add(
        COLLECTION,
        List.of(
            new StoredRow(
                "items",
                "{\"name\":\"bolt\",\"unit_price\":\"1.5\",\"stock\":\"5000000000\",\"sold\":\"true\"}",
                1,
                "")));
  }

  @Test
  void selectsByParametersAndTypesValues() {
    Map<String, Object> result =
        answer(
            "query Q($p: Float) { items(where: {unit_price: {gt: $p}, name: {startsWith: \"b\", in:"
                + " [\"bolt\", \"nut\"]}}, order_by: \"stock\", direction: DESC, limit: 7)"
                + " { name unit_price stock sold } }",
            Map.of("p", 1));
    assertThat(result.get("data"))
        .hasToString("{items=[{name=bolt, unit_price=1.5, stock=5000000000, sold=true}]}");
    RowSelection selection = rows.selections.get(0);
    assertThat(selection.limit()).isEqualTo(7);
    assertThat(selection.order()).contains(new RowSelection.Order("stock", true, true));
    assertThat(selection.conditions())
        .extracting(RowSelection.Condition::comparison)
        .containsExactlyInAnyOrder(Comparison.GREATER, Comparison.STARTS_WITH, Comparison.IN);
  }

  @Test
  void answersIntrospectionAndTellsErrors() {
    assertThat(answer("{ __schema { queryType { fields { name } } } }", Map.of()).toString())
        .contains("items")
        .doesNotContain("表");
    Map<String, Object> wrong = answer("{ items { nothing } }", Map.of());
    assertThat(wrong.get("errors").toString()).contains("nothing");
    assertThat(rows.selections).isEmpty();
  }

  @Test
  void followsTheConfiguration() {
    configuration.put(
        List.of(
            new ConfigurationEntry(
                "schema", "more", "{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"}]}")));
    assertThat(answer("{ more(limit: 0) { a } }", Map.of()).get("data")).hasToString("{more=[]}");
    RowGraph empty = new RowGraph(rows, new RowSchemas(new InMemoryConfigurationStore()));
    assertThat(empty.answer(COLLECTION, new RowGraph.Request("{ a }", Map.of(), Optional.empty())))
        .isEmpty();
  }

  private Map<String, Object> answer(String query, Map<String, Object> variables) {
    return graph
        .answer(COLLECTION, new RowGraph.Request(query, variables, Optional.empty()))
        .orElseThrow();
  }
}
