package org.wenshu.assistant.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.prompt.RenderedPrompt;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/**
 * Answers by letting a language model choose tools until it knows the answer; without a model it
 * asks the database. Thread-safe.
 */
public final class Agent {
  private static final int MOST_ROUNDS = 10;
  private static final int MOST_OBSERVATION_CHARS = 8_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Wording NO_ANSWER =
      new Wording(
          "经过 " + MOST_ROUNDS + " 步仍没有答案", "There is no answer after " + MOST_ROUNDS + " steps");

  private final LanguageModel model;
  private final PromptTemplates prompts;
  private final AgentTools tools;
  private final ModelFreeAgent modelFree;

  /** An agent with that model and these tools. */
  public Agent(
      LanguageModel model, PromptTemplates prompts, AgentTools tools, ModelFreeAgent modelFree) {
    this.model = model;
    this.prompts = prompts;
    this.tools = tools;
    this.modelFree = modelFree;
  }

  /**
   * Answers; the listener hears every step, and the answer in pieces.
   *
   * @throws org.wenshu.error.WenshuException when it comes to no answer
   */
  public void answer(AgentTask task, AgentListener listener) {
    if (!model.isConfigured()) {
      modelFree.answer(task, listener);
      return;
    }
    List<AgentTool> usable = tools.of(task);
    List<AgentStep> steps = new ArrayList<>(task.history());
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ReactText text = think(task, usable, steps, listener);
      if (!text.answer().isEmpty()) {
        return;
      }
      steps.add(act(task, usable, text, listener));
    }
    throw new AgentException(ErrorCode.MODEL_UNAVAILABLE, NO_ANSWER);
  }

  private ReactText think(
      AgentTask task, List<AgentTool> usable, List<AgentStep> steps, AgentListener listener) {
    RenderedPrompt prompt = prompts.render("agent-react", variables(task, usable, steps));
    ReactText text = new ReactText(listener);
    var unused =
        model.answer(prompt.system(), prompt.user(), text, task.deadline(), task.cancellation());
    text.end();
    return text;
  }

  private static AgentStep act(
      AgentTask task, List<AgentTool> usable, ReactText text, AgentListener listener) {
    Optional<AgentTool> tool =
        usable.stream().filter(one -> one.name().equalsIgnoreCase(text.action())).findFirst();
    JsonNode arguments = arguments(text.arguments());
    listener.action(text.action(), arguments);
    String observation =
        tool.map(one -> cut(one.use(arguments, task)))
            .orElse("There is no tool \"" + text.action() + "\"");
    listener.observation(observation);
    return new AgentStep(text.thought(), text.action(), arguments, observation);
  }

  private static ObjectNode variables(
      AgentTask task, List<AgentTool> usable, List<AgentStep> steps) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.put("question", task.question());
    variables.put("context", task.context());
    ArrayNode told = variables.putArray("tools");
    for (AgentTool tool : usable) {
      told.addObject()
          .put("name", tool.name())
          .put("description", tool.description())
          .put("arguments", tool.arguments());
    }
    ArrayNode history = variables.putArray("history");
    for (AgentStep step : steps) {
      history
          .addObject()
          .put("thought", step.thought())
          .put("action", step.action())
          .put("arguments", step.arguments().toString())
          .put("observation", step.observation());
    }
    return variables;
  }

  /** Models wrap JSON in fences, and write a bare text where there is one argument. */
  private static JsonNode arguments(String written) {
    String bare = written.replaceAll("(?s)^```[a-z]*|```$", "").strip();
    try {
      JsonNode json = MAPPER.readTree(bare);
      return json.isObject() ? json : JsonNodeFactory.instance.objectNode().put("input", bare);
    } catch (JsonProcessingException plain) {
      return JsonNodeFactory.instance.objectNode().put("input", bare);
    }
  }

  private static String cut(String observation) {
    return observation.length() <= MOST_OBSERVATION_CHARS
        ? observation
        : observation.substring(0, MOST_OBSERVATION_CHARS) + " …";
  }
}
