package org.wenshu.config;

import java.util.Locale;
import java.util.Optional;
import org.wenshu.protocol.ws.AnswerOptions;
import org.wenshu.protocol.ws.HoldDone;
import org.wenshu.protocol.ws.StreamMode;
import org.wenshu.protocol.ws.WsConfig;

/** Reads {@code wenshu.ws.*}. */
final class WsKeys {
  private WsKeys() {}

  static WsConfig read(Settings settings) {
    WsConfig defaults = WsConfig.defaults();
    return new WsConfig(
        settings.list("paths", defaults.paths()),
        settings.list("allowed-origins", defaults.allowedOrigins()),
        settings.number("max-connections", defaults.maxConnections()),
        settings.number("max-message-bytes", defaults.maxMessageBytes()),
        settings.number("max-question-chars", defaults.maxQuestionChars()),
        settings.number("max-queued", defaults.maxQueued()),
        settings.number("max-result-bytes", defaults.maxResultBytes()),
        answers(settings, defaults.answers()),
        HoldDone.valueOf(upper(settings, "hold-done", defaults.holdDone())),
        settings.duration("pacing", defaults.pacing()),
        settings.duration("coalesce", defaults.coalesce()),
        settings.truth("strict-upstream", defaults.strictUpstream()),
        settings.truth("log-chunks", defaults.logChunks()),
        settings.number("log-max-chars", defaults.logMaxChars()));
  }

  private static AnswerOptions answers(Settings settings, AnswerOptions defaults) {
    return new AnswerOptions(
        StreamMode.valueOf(upper(settings, "stream", defaults.stream())),
        settings.number("profile", defaults.olderDocument() ? 1 : 2) == 1,
        Optional.empty(),
        settings.truth("quiet-retry", defaults.quietRetry()));
  }

  private static String upper(Settings settings, String name, Enum<?> otherwise) {
    return settings.text(name, otherwise.name()).toUpperCase(Locale.ROOT);
  }
}
