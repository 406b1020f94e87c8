package org.wenshu.protocol.gateway.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.prompt.PromptAnswers;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.prompt.RenderedPrompt;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code prompt} (contract, section 4.4). Thread-safe. */
public final class PromptService implements GatewayService {
  private final PromptTemplates templates;
  private final LanguageModel model;
  private final Duration budget;

  /** Prompts from these templates, answered by that model, each within that time. */
  public PromptService(PromptTemplates templates, LanguageModel model, Duration budget) {
    this.templates = templates;
    this.model = model;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "prompt";
  }

  @Override
  public String errorType() {
    return "llm-error";
  }

  @Override
  public void answer(ServiceCall call) {
    String id = call.fields().required("id");
    RenderedPrompt prompt = templates.render(id, variables(call.fields()));
    TextStream text = new TextStream(call, "text", "response");
    Deadline deadline = Deadline.after(budget);
    if (!prompt.json()) {
      var unused =
          model.answer(prompt.system(), prompt.user(), text, deadline, call.cancellation());
      text.end();
      return;
    }
    String written =
        model.answer(prompt.system(), prompt.user(), piece -> {}, deadline, call.cancellation());
    String object = GatewayJson.text(PromptAnswers.json(written, prompt.schema()));
    call.succeed(
        ServiceCall.object()
            .put("object", object)
            .put("response", object)
            .put("end_of_stream", true));
  }

  /** {@code variables} win; {@code terms} hold JSON as text. */
  private static ObjectNode variables(Fields fields) {
    ObjectNode variables = ServiceCall.object();
    for (Map.Entry<String, JsonNode> term : fields.node("terms").properties()) {
      variables.set(term.getKey(), parsed(term.getValue()));
    }
    if (fields.node("variables") instanceof ObjectNode given) {
      variables.setAll(given);
    }
    return variables;
  }

  private static JsonNode parsed(JsonNode term) {
    if (!term.isTextual()) {
      return term;
    }
    try {
      return GatewayJson.read(term.textValue());
    } catch (JsonProcessingException plain) {
      return term;
    }
  }
}
