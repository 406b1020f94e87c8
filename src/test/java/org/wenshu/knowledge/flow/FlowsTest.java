package org.wenshu.knowledge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;

class FlowsTest {
  private final InMemoryConfigurationStore store = new InMemoryConfigurationStore();
  private final Flows flows = new Flows(store);

  @Test
  void offersWhatTheBlueprintNames() {
    flows.putBlueprint("bp", "{\"interfaces\":{\"triples\":{\"request\":\"x:{id}:{speed}\"}}}");
    assertThat(flows.offers("f", "triples")).isEqualTo(Flows.Offer.UNKNOWN_FLOW);
    start("f", "bp", Map.of("speed", TextNode.valueOf("fast")));
    assertThat(flows.offers("f", "triples")).isEqualTo(Flows.Offer.OFFERED);
    assertThat(flows.offers("f", "agent")).isEqualTo(Flows.Offer.NOT_OFFERED);
    assertThat(flows.find("f").orElseThrow()).contains("x:f:fast");
    assertThat(flows.list()).containsExactly("f");
    flows.stop("f");
    assertThat(flows.offers("f", "triples")).isEqualTo(Flows.Offer.UNKNOWN_FLOW);
  }

  @Test
  void takesTheValueOfTheControllingParameter() throws Exception {
    store.put(List.of(new ConfigurationEntry("parameter-type", "t", "{\"default\":true}")));
    flows.putBlueprint(
        "bp",
        "{\"parameters\":{\"a\":{\"type\":\"t\"},\"b\":{\"type\":\"u\",\"controlled-by\":\"a\"},"
            + "\"c\":{\"type\":\"t\"}}}");
    start("f", "bp", Map.of("c", BooleanNode.FALSE, "more", TextNode.valueOf("1")));
    JsonNode parameters =
        JsonMapper.builder().build().readTree(flows.find("f").orElseThrow()).path("parameters");
    assertThat(parameters.path("a").textValue()).isEqualTo("true");
    assertThat(parameters.path("b").textValue()).isEqualTo("true");
    assertThat(parameters.path("c").textValue()).isEqualTo("false");
    assertThat(parameters.path("more").textValue()).isEqualTo("1");
  }

  @Test
  void refusesWhatCannotBeStarted() {
    flows.putBlueprint("bp", "{\"parameters\":{\"a\":{\"type\":\"t\"}}}");
    store.put(List.of(new ConfigurationEntry("parameter-type", "t", "{\"required\":true}")));
    assertThatThrownBy(() -> start("f", "bp", Map.of())).hasMessageContaining("a is required");
    assertThatThrownBy(() -> start("f", "none", Map.of())).hasMessageContaining("no blueprint");
    start("f", "bp", Map.of("a", TextNode.valueOf("1")));
    assertThatThrownBy(() -> start("f", "bp", Map.of("a", TextNode.valueOf("1"))))
        .hasMessageContaining("running already");
    assertThatThrownBy(() -> flows.stop("g")).isInstanceOf(FlowException.class);
    assertThatThrownBy(() -> flows.deleteBlueprint("g")).isInstanceOf(FlowException.class);
    assertThatThrownBy(() -> flows.putBlueprint("g", "[1]")).isInstanceOf(FlowException.class);
    assertThatThrownBy(() -> new FlowStart("f", "bp", "", Map.of()))
        .hasMessageContaining("description is required");
  }

  private void start(String id, String blueprint, Map<String, JsonNode> parameters) {
    flows.start(new FlowStart(id, blueprint, "a flow", parameters));
  }
}
