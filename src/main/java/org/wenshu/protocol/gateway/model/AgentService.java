package org.wenshu.protocol.gateway.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.assistant.agent.Agent;
import org.wenshu.assistant.agent.AgentStep;
import org.wenshu.assistant.agent.AgentTask;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code agent} (contract, section 4.2). Thread-safe. */
public final class AgentService implements GatewayService {
  private final Agent agent;
  private final Duration budget;

  /** Has that agent answer, each task within that time. */
  public AgentService(Agent agent, Duration budget) {
    this.agent = agent;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "agent";
  }

  @Override
  public String errorType() {
    return "agent-error";
  }

  @Override
  public void answer(ServiceCall call) {
    AgentFrames frames = new AgentFrames(call);
    agent.answer(task(call), frames);
    frames.end();
  }

  private AgentTask task(ServiceCall call) {
    Fields fields = call.fields();
    StringBuilder context = new StringBuilder();
    fields
        .text("state")
        .filter(state -> !state.isBlank() && fields.node("state").isTextual())
        .ifPresent(state -> context.append("State: ").append(state).append('\n'));
    List<AgentStep> steps = new ArrayList<>();
    for (ObjectNode entry : fields.objects("history")) {
      if (entry.has("role") || entry.has("content")) {
        context
            .append(entry.path("role").asText("user"))
            .append(": ")
            .append(entry.path("content").asText(""))
            .append('\n');
      } else {
        steps.add(step(entry));
      }
    }
    return new AgentTask(
        fields.required("question"),
        call.caller(),
        CollectionId.of(fields.user(), fields.collection()),
        context.toString(),
        steps,
        fields.texts("group"),
        Deadline.after(budget),
        call.cancellation());
  }

  private static AgentStep step(ObjectNode entry) {
    JsonNode arguments = entry.path("arguments");
    return new AgentStep(
        entry.path("thought").asText(""),
        entry.path("action").asText(""),
        arguments.isObject() ? arguments : ServiceCall.object(),
        entry.path("observation").asText(""));
  }
}
