package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text that a model wrote.
 *
 * @param text the text
 * @param model the model, if the server names it
 * @param tokensIn what was read, if the server counts
 * @param tokensOut what was written, if the server counts
 * @param json all of it, as the server says it; treat as read-only
 */
public record TextResult(
    String text,
    Optional<String> model,
    OptionalInt tokensIn,
    OptionalInt tokensOut,
    JsonNode json) {}
