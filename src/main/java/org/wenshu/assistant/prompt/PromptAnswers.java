package org.wenshu.assistant.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a model has written as JSON. Thread-safe. */
public final class PromptAnswers {
  private static final Pattern FENCED = Pattern.compile("```[A-Za-z]*\\s*(.*?)```", Pattern.DOTALL);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PromptAnswers() {}

  /**
   * The JSON in the text, code fences taken off, checked against the schema of its prompt.
   *
   * @throws PromptException when it is none, or not such
   */
  public static JsonNode json(String text, JsonNode schema) {
    Matcher fenced = FENCED.matcher(text);
    String bare = fenced.find() ? fenced.group(1) : text;
    try {
      JsonNode value = MAPPER.readTree(bare.strip());
      if (value.isMissingNode()) {
        throw new PromptException("语言模型没有回答", "The language model answered nothing");
      }
      JsonShape.check(value, schema, "$");
      return value;
    } catch (JsonProcessingException e) {
      throw new PromptException("语言模型的回答不是 JSON", "The language model's answer is not JSON", e);
    }
  }
}
