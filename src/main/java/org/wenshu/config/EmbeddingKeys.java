package org.wenshu.config;

import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.wenshu.llm.EmbeddingConfig;

/** Reads {@code wenshu.embedding.*}. */
final class EmbeddingKeys {
  private EmbeddingKeys() {}

  /** The embedding model, when one is named; its address and key are the language model's. */
  static Optional<EmbeddingConfig> read(Config config) {
    Settings own = new Settings(config, "wenshu.embedding.");
    Settings language = new Settings(config, "wenshu.llm.");
    String model = own.text("model", "");
    if (model.isBlank()) {
      return Optional.empty();
    }
    String url = own.text("base-url", language.text("base-url", ""));
    if (url.isBlank()) {
      throw new IllegalArgumentException(
          "wenshu.embedding.model needs wenshu.embedding.base-url or wenshu.llm.base-url");
    }
    EmbeddingConfig defaults = EmbeddingConfig.of(URI.create(url), model);
    String key = own.text("api-key", language.text("api-key", ""));
    return Optional.of(
        new EmbeddingConfig(
            defaults.baseUrl(),
            Optional.of(key).filter(text -> !text.isBlank()),
            model,
            own.duration("timeout", defaults.timeout()),
            own.number("max-batch", defaults.maxBatch())));
  }
}
