package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that an agent can use. Thread-safe. */
public interface AgentTool {
  /** How the model calls it. */
  String name();

  /** What the model is told about it. */
  String description();

  /** What the model is told about its arguments. */
  String arguments();

  /**
   * Uses it, and tells what came of it, failures that the model may learn from included.
   *
   * @throws org.wenshu.error.WenshuException when the whole task cannot go on
   */
  String use(JsonNode arguments, AgentTask task);
}
