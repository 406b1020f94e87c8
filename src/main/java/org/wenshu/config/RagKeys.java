package org.wenshu.config;

import java.util.Optional;
import org.wenshu.protocol.rag.RagConfig;

/** Reads {@code wenshu.rag.*}. */
final class RagKeys {
  private RagKeys() {}

  static RagConfig read(Settings settings) {
    RagConfig defaults = RagConfig.defaults();
    return new RagConfig(
        settings.list("allowed-origins", defaults.allowedOrigins()),
        settings.number("max-connections", defaults.maxConnections()),
        settings.number("max-message-bytes", defaults.maxMessageBytes()),
        settings.number("max-answer-bytes", defaults.maxAnswerBytes()),
        settings.number("max-question-chars", defaults.maxQuestionChars()),
        settings.number("parallel", defaults.parallel()),
        settings.number("max-queued", defaults.maxQueued()),
        settings.number("workers", defaults.workers()),
        settings.duration("budget", defaults.budget()),
        new RagConfig.Facade(
            Optional.of(settings.text("facade-token", "")).filter(token -> !token.isBlank()),
            settings.truth("facade-strict-status", defaults.facade().strictStatus())));
  }
}
