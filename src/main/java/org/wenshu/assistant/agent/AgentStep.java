package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** One step that was taken: what was thought, which tool was used, and what came of it. */
public record AgentStep(String thought, String action, JsonNode arguments, String observation) {}
