package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.wenshu.assistant.agent.AgentTask;
import org.wenshu.assistant.agent.AgentTool;
import org.wenshu.assistant.agent.AgentTools;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceException;
import org.wenshu.question.Deadline;

/** {@code mcp-tool}: the tools of agents, one by one (contract, section 4.15). Thread-safe. */
public final class McpToolService implements GatewayService {
  private final AgentTools tools;
  private final Duration budget;

  /** Uses those tools, each within that time. */
  public McpToolService(AgentTools tools, Duration budget) {
    this.tools = tools;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "mcp-tool";
  }

  @Override
  public String errorType() {
    return "tool-error";
  }

  @Override
  public void answer(ServiceCall call) {
    Fields fields = call.fields();
    String name = fields.required("name");
    JsonNode parameters = fields.node("parameters");
    AgentTask task =
        new AgentTask(
            parameters.path("question").asText(name),
            call.caller(),
            CollectionId.of(fields.user(), fields.collection()),
            "",
            List.of(),
            List.of("*"),
            Deadline.after(budget),
            call.cancellation());
    AgentTool tool =
        tools
            .find(name, task)
            .orElseThrow(
                () -> ServiceException.of(errorType(), "没有工具 " + name, "There is no tool " + name));
    JsonNode arguments = parameters.isObject() ? parameters : ServiceCall.object();
    call.succeed(ServiceCall.object().put("text", tool.use(arguments, task)));
  }
}
