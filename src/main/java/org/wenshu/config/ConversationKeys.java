package org.wenshu.config;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.wenshu.conversation.ConversationConfig;

/** Reads {@code wenshu.conversation.*}. */
final class ConversationKeys {
  private ConversationKeys() {}

  static ConversationConfig read(Config config) {
    ConversationConfig defaults = ConversationConfig.defaults();
    Settings settings = new Settings(config, "wenshu.conversation.");
    Duration idle = settings.duration("idle", defaults.idle());
    return new ConversationConfig(
        idle,
        settings.duration("remembered", defaults.remembered()),
        settings.duration("context-window", defaults.contextWindow()),
        settings.number("history", defaults.history()),
        settings.number("capacity", defaults.capacity()),
        settings.number("per-owner", defaults.perOwner()),
        settings.truth("resume", defaults.resume()),
        settings.duration("timeout", defaults.timeout()),
        settings.duration("sweep-interval", ConversationConfig.sweepsOf(idle)));
  }
}
