package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a prompt template gave: a text or JSON, as the template says.
 *
 * @param text the text; of JSON, its text
 * @param object the JSON, if the template asks for JSON; treat as read-only
 */
public record PromptResult(String text, Optional<JsonNode> object) {}
