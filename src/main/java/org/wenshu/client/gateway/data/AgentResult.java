package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the agent answers when nobody listens to its thoughts.
 *
 * @param answer the answer
 * @param json all of it, as the server says it; treat as read-only
 */
public record AgentResult(String answer, JsonNode json) {}
