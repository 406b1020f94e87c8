package org.wenshu.prompt;

/**
 * Limits of a prompt.
 *
 * @param schemaTokens estimated tokens the schema may take ({@code wenshu.prompt.schema-tokens})
 * @param sampleValues stored values shown per column ({@code wenshu.prompt.sample-values})
 * @param earlierTokens estimated tokens that earlier questions of the conversation and their
 *     statements may take ({@code wenshu.prompt.earlier-tokens})
 */
public record PromptConfig(int schemaTokens, int sampleValues, int earlierTokens) {
  /** 6,000 tokens of schema, 8 sample values a column, 1,200 tokens of earlier turns. */
  public static PromptConfig defaults() {
    return new PromptConfig(6_000, 8, 1_200);
  }
}
