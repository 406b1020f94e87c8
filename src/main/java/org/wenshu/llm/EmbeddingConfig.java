package org.wenshu.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the embedding model is and how long to wait for it, all {@code wenshu.embedding.*}.
 *
 * @param baseUrl of an OpenAI-compatible API; that of the language model unless given ({@code
 *     base-url})
 * @param apiKey sent as bearer token; never printed ({@code api-key})
 * @param model its name there ({@code model})
 * @param timeout for one call ({@code timeout})
 * @param maxBatch texts in one call ({@code max-batch})
 */
public record EmbeddingConfig(
    URI baseUrl, Optional<String> apiKey, String model, Duration timeout, int maxBatch) {
  /** Rejects an address that is not http or https with a host, a blank model and empty batches. */
  public EmbeddingConfig {
    if (!String.valueOf(baseUrl.getScheme()).matches("(?i)https?") || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "wenshu.embedding.base-url must be an http or https address");
    }
    if (model.isBlank() || maxBatch < 1) {
      throw new IllegalArgumentException("wenshu.embedding: a model and a batch are needed");
    }
  }

  /** That model without a key, 30 s for a call of 64 texts. */
  public static EmbeddingConfig of(URI baseUrl, String model) {
    return new EmbeddingConfig(baseUrl, Optional.empty(), model, Duration.ofSeconds(30), 64);
  }

  /** Everything but the key, and of the address only the host. */
  @Override
  public String toString() {
    return "EmbeddingConfig[host=" + baseUrl.getHost() + ", model=" + model + "]";
  }
}
