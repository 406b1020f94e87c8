package org.wenshu.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the language model is and how long to wait for it.
 *
 * @param baseUrl of an OpenAI-compatible API, such as {@code https://host/v1} ({@code
 *     wenshu.llm.base-url})
 * @param apiKey sent as bearer token; never printed ({@code wenshu.llm.api-key})
 * @param model its name there ({@code wenshu.llm.model})
 * @param temperature 0 for the same answer each time; some models accept only 1 ({@code
 *     wenshu.llm.temperature})
 * @param timeout for one whole answer ({@code wenshu.llm.timeout})
 * @param connectTimeout for the connection ({@code wenshu.llm.connect-timeout})
 */
public record LlmConfig(
    URI baseUrl,
    Optional<String> apiKey,
    String model,
    double temperature,
    Duration timeout,
    Duration connectTimeout) {
  /** Rejects an address that is not http or https with a host, and a blank model. */
  public LlmConfig {
    String scheme = String.valueOf(baseUrl.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || baseUrl.getHost() == null) {
      throw new IllegalArgumentException("wenshu.llm.base-url must be an http or https address");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("wenshu.llm.model must name a model");
    }
  }

  /** That model without a key, 60 s for an answer, 3 s for the connection. */
  public static LlmConfig of(URI baseUrl, String model) {
    return new LlmConfig(
        baseUrl, Optional.empty(), model, 0, Duration.ofSeconds(60), Duration.ofSeconds(3));
  }

  /** Everything but the key, and of the address only the host. */
  @Override
  public String toString() {
    return "LlmConfig[host="
        + baseUrl.getHost()
        + ", model="
        + model
        + ", timeout="
        + timeout
        + "]";
  }
}
