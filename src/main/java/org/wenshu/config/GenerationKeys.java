package org.wenshu.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.wenshu.generation.CircuitBreaker;
import org.wenshu.llm.LlmConfig;
import org.wenshu.prompt.PromptConfig;

/** Reads {@code wenshu.llm.*} and {@code wenshu.prompt.*}. */
final class GenerationKeys {
  private static final int FAILURES_TO_PAUSE = 3;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private GenerationKeys() {}

  /** The model, when an address names one; its name must then be there too. */
  static Optional<LlmConfig> model(Config config) {
    Settings settings = new Settings(config, "wenshu.llm.");
    return Optional.of(settings.text("base-url", ""))
        .filter(url -> !url.isBlank())
        .map(url -> model(settings, URI.create(url)));
  }

  private static LlmConfig model(Settings settings, URI baseUrl) {
    LlmConfig defaults = LlmConfig.of(baseUrl, settings.text("model", ""));
    return new LlmConfig(
        baseUrl,
        Optional.of(settings.text("api-key", "")).filter(key -> !key.isBlank()),
        defaults.model(),
        Double.parseDouble(settings.text("temperature", Double.toString(defaults.temperature()))),
        settings.duration("timeout", defaults.timeout()),
        settings.duration("connect-timeout", defaults.connectTimeout()));
  }

  static CircuitBreaker breaker(Config config) {
    Settings settings = new Settings(config, "wenshu.llm.");
    return new CircuitBreaker(
        settings.number("failures-to-pause", FAILURES_TO_PAUSE), settings.duration("pause", PAUSE));
  }

  static PromptConfig prompt(Config config) {
    Settings settings = new Settings(config, "wenshu.prompt.");
    PromptConfig defaults = PromptConfig.defaults();
    return new PromptConfig(
        settings.number("schema-tokens", defaults.schemaTokens()),
        settings.number("sample-values", defaults.sampleValues()),
        settings.number("earlier-tokens", defaults.earlierTokens()));
  }
}
