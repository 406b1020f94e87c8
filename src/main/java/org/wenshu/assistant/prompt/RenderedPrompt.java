package org.wenshu.assistant.prompt;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is put before the model.
 *
 * @param json whether the answer is to be JSON
 * @param schema what that JSON must be like; missing when anything will do
 */
public record RenderedPrompt(String system, String user, boolean json, JsonNode schema) {}
