package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenshu.conversation.ConversationConfig;

class ConversationKeysTest {
  @Test
  void hasDefaults() {
    assertThat(ConversationKeys.read(new InMemoryConfig(Map.of())))
        .isEqualTo(ConversationConfig.defaults());
  }

  @Test
  void readsEveryKey() {
    Map<String, String> values =
        Map.of(
            "wenshu.conversation.idle", "PT1M",
            "wenshu.conversation.remembered", "PT2M",
            "wenshu.conversation.context-window", "PT3M",
            "wenshu.conversation.history", "4",
            "wenshu.conversation.capacity", "5",
            "wenshu.conversation.per-owner", "6",
            "wenshu.conversation.resume", "false",
            "wenshu.conversation.timeout", "PT7S",
            "wenshu.conversation.sweep-interval", "PT8S");
    assertThat(ConversationKeys.read(new InMemoryConfig(values)))
        .isEqualTo(
            new ConversationConfig(
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                4,
                5,
                6,
                false,
                Duration.ofSeconds(7),
                Duration.ofSeconds(8)));
  }

  @Test
  void sweepsFourTimesInALife() {
    Map<String, String> values = Map.of("wenshu.conversation.idle", "PT1M");
    assertThat(ConversationKeys.read(new InMemoryConfig(values)).sweepInterval())
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void refusesLivesOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ConversationKeys.read(
                    new InMemoryConfig(Map.of("wenshu.conversation.idle", "PT0S"))));
  }
}
