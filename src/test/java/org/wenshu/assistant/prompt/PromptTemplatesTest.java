package org.wenshu.assistant.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;

class PromptTemplatesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InMemoryConfigurationStore store = new InMemoryConfigurationStore();
  private final PromptTemplates templates = new PromptTemplates(store);

  @Test
  void rendersPlaceholdersAndLoops() throws Exception {
    put("system", "\"You know {{name}}.\"");
    put(
        "template.t",
        "{\"prompt\":\"<{{name}}>{% for k in list %}({{k.s}}){% endfor"
            + " %}{{missing}}\",\"response-type\":\"json\"}");
    RenderedPrompt prompt =
        templates.render("t", object("{\"name\":\"a & b\",\"list\":[{\"s\":1},{\"s\":\"两\"}]}"));
    assertThat(prompt.system()).isEqualTo("You know a & b.");
    assertThat(prompt.user()).isEqualTo("<a & b>(1)(两)");
    assertThat(prompt.json()).isTrue();
  }

  @Test
  void hasPromptsOfItsOwn() throws Exception {
    RenderedPrompt prompt =
        templates.render(
            "kg-prompt",
            object("{\"query\":\"q\",\"knowledge\":[{\"s\":\"a\",\"p\":\"b\",\"o\":\"c\"}]}"));
    assertThat(prompt.user()).contains("(a, b, c)").contains("Question: q");
    assertThatThrownBy(() -> templates.render("none", object("{}")))
        .isInstanceOf(PromptException.class);
  }

  @Test
  void refusesTemplatesThatReachFurther() {
    for (String bad :
        List.of(
            "{% for i in range(0, 1000000000) %}x{% endfor %}",
            "{% include 'x' %}", "{% for i in list %}", "{{ name")) {
      put("template.bad", JSON.valueToTree(bad).toString());
      assertThatThrownBy(() -> templates.render("bad", object("{\"list\":[1]}")))
          .as(bad)
          .isInstanceOf(PromptException.class);
    }
    put("template.code", "\"{{ name.getClass().forName('java.lang.Runtime') }}\"");
    assertThatThrownBy(() -> templates.render("code", object("{\"name\":\"x\"}")))
        .isInstanceOf(PromptException.class);
  }

  @Test
  void checksJsonAgainstItsSchema() throws Exception {
    JsonNode schema =
        object(
            "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"array\","
                + "\"items\":{\"type\":\"integer\"}}}}");
    assertThat(PromptAnswers.json("```json\n{\"a\":[1,2]}\n```", schema).path("a").size())
        .isEqualTo(2);
    for (String bad : List.of("{}", "{\"a\":[\"x\"]}", "[]", "no", "")) {
      assertThatThrownBy(() -> PromptAnswers.json(bad, schema))
          .as(bad)
          .isInstanceOf(PromptException.class);
    }
  }

  private void put(String key, String value) {
    store.put(List.of(new ConfigurationEntry("prompt", key, value)));
  }

  private static ObjectNode object(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json);
  }
}
