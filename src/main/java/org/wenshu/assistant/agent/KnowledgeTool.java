package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;

/** Looks passages or statements up by words. Thread-safe. */
public final class KnowledgeTool implements AgentTool {
  private final String name;
  private final String description;
  private final BiFunction<String, AgentTask, List<String>> search;

  /** A tool of that name that searches so. */
  public KnowledgeTool(
      String name, String description, BiFunction<String, AgentTask, List<String>> search) {
    this.name = name;
    this.description = description;
    this.search = search;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public String arguments() {
    return "{\"query\": \"what to look for\"}";
  }

  @Override
  public String use(JsonNode arguments, AgentTask task) {
    List<String> found = search.apply(Arguments.text(arguments, "query"), task);
    return found.isEmpty() ? "Nothing was found" : String.join("\n\n", found);
  }
}
