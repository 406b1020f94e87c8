package org.wenshu.assistant.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tools of agents: Wenshu's own, and those that are configured. Thread-safe. */
public final class AgentTools {
  private final List<AgentTool> own;
  private final Function<AgentTask, List<AgentTool>> configured;

  /**
   * These tools.
   *
   * @param configured those that a task may use beyond our own
   */
  public AgentTools(List<AgentTool> own, Function<AgentTask, List<AgentTool>> configured) {
    this.own = List.copyOf(own);
    this.configured = configured;
  }

  /** The tool of that name, if the task may use it. */
  public Optional<AgentTool> find(String name, AgentTask task) {
    return of(task).stream().filter(tool -> tool.name().equalsIgnoreCase(name)).findFirst();
  }

  List<AgentTool> of(AgentTask task) {
    List<AgentTool> tools = new ArrayList<>(task.mayUseStandard() ? own : List.of());
    tools.addAll(configured.apply(task));
    return tools;
  }
}
