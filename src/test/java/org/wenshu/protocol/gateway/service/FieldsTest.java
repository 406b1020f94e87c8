package org.wenshu.protocol.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void readsBothSpellingsAndNumbersInTexts() throws Exception {
    Fields fields =
        fields("{\"entity_limit\":\"7\",\"doc-limit\":300,\"tag_filter\":[\"a\"],\"flow\":null}");
    assertThat(fields.number("entity-limit", 50, 1, 200)).isEqualTo(7);
    assertThat(fields.number("doc-limit", 20, 1, 100)).isEqualTo(100);
    assertThat(fields.number("triple-limit", 30, 1, 100)).isEqualTo(30);
    assertThat(fields.texts("tag-filter")).containsExactly("a");
    assertThat(fields.text("flow")).isEmpty();
    assertThat(fields.user()).isEqualTo("trustgraph");
    assertThat(fields.collection()).isEqualTo("default");
  }

  @Test
  void refusesWhatIsMissingOrMistyped() throws Exception {
    Fields fields =
        fields(
            "{\"n\":\"many\",\"o\":{},\"l\":[1],\"blank\":\" \",\"user\":\""
                + "u".repeat(129)
                + "\"}");
    assertThatThrownBy(() -> fields.required("blank")).hasMessageContaining("blank is required");
    assertThatThrownBy(() -> fields.number("n", 1, 1, 2)).isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> fields.text("o")).isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> fields.objects("l")).isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> fields.object("l")).isInstanceOf(ServiceException.class);
    assertThatThrownBy(fields::user).isInstanceOf(ServiceException.class);
  }

  private static Fields fields(String json) throws Exception {
    return new Fields((ObjectNode) JsonMapper.builder().build().readTree(json));
  }
}
