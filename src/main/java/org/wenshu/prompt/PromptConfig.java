package org.wenshu.prompt;

/**
 * Limits of a prompt.
 *
 * @param schemaTokens estimated tokens the schema may take ({@code wenshu.prompt.schema-tokens})
 * @param sampleValues stored values shown per column ({@code wenshu.prompt.sample-values})
 */
public record PromptConfig(int schemaTokens, int sampleValues) {
  /** 6,000 tokens of schema and 8 sample values a column. */
  public static PromptConfig defaults() {
    return new PromptConfig(6_000, 8);
  }
}
