package org.wenshu.assistant.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.configuration.ConfigurationKey;
import org.wenshu.knowledge.configuration.ConfigurationStore;

/**
 * Finds and renders templates of configuration type {@code prompt}: {@code system} goes before all
 * of them, {@code template.<id>} is one. The ids that Wenshu itself uses have defaults.
 * Thread-safe.
 */
public final class PromptTemplates {
  private static final String TYPE = "prompt";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final ConfigurationStore store;
  private final TemplateEngine engine = new TemplateEngine();

  /** Templates of that configuration. */
  public PromptTemplates(ConfigurationStore store) {
    this.store = store;
  }

  /**
   * The prompt of that id with these variables.
   *
   * @throws PromptException when there is none, or it cannot be rendered
   */
  public RenderedPrompt render(String id, ObjectNode variables) {
    JsonNode template =
        find("template." + id)
            .or(() -> StandardPrompts.find(id))
            .orElseThrow(() -> new PromptException("没有提示模板 " + id, "There is no prompt " + id));
    Map<String, Object> values = MAPPER.convertValue(variables, VARIABLES);
    String system = find("system").map(PromptTemplates::text).orElse(StandardPrompts.SYSTEM);
    String kind = template.path("response-type").asText("text");
    return new RenderedPrompt(
        engine.render(system, values),
        engine.render(text(template), values),
        kind.equals("json"),
        template.path("schema"));
  }

  private Optional<JsonNode> find(String key) {
    return store.find(new ConfigurationKey(TYPE, key)).map(PromptTemplates::parsed);
  }

  /** A template is kept as JSON text; one that is no JSON is the text itself. */
  private static JsonNode parsed(String value) {
    try {
      return MAPPER.readTree(value);
    } catch (JsonProcessingException plain) {
      return JsonNodeFactory.instance.textNode(value);
    }
  }

  private static String text(JsonNode template) {
    return template.isTextual() ? template.textValue() : template.path("prompt").asText("");
  }
}
