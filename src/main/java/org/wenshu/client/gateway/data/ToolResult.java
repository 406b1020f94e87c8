package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a tool gave: one of the two.
 *
 * @param text a text
 * @param object JSON; treat as read-only
 */
public record ToolResult(Optional<String> text, Optional<JsonNode> object) {}
