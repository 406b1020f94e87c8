package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionConfigTest {
  @Test
  void hasTheDocumentedDefaults() {
    ConnectionConfig config = new ConnectionConfig("ws://localhost:8000/ws");
    assertThat(config.url()).hasToString("ws://localhost:8000/ws");
    assertThat(config.apiKey()).isEmpty();
    assertThat(config.maxReconnectAttempts()).isEqualTo(5);
    assertThat(config.reconnectDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.heartbeatInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.maxSubscriptions()).isEqualTo(100);
    assertThat(config.queueWhileDisconnected()).isFalse();
    assertThat(config.jitter()).isZero();
    assertThat(config.queueCapacity()).isEqualTo(1_000);
  }

  @Test
  void takesAKeyOrNone() {
    assertThat(new ConnectionConfig("ws://h/ws", "key").apiKey()).contains("key");
    assertThat(new ConnectionConfig("ws://h/ws", null).apiKey()).isEmpty();
  }

  @Test
  void doesNotShowSecrets() {
    ConnectionConfig config = new ConnectionConfig("wss://me:pass@h:1/ws?token=secret", "key");
    assertThat(config.toString()).contains("wss://h:1/ws").doesNotContain("secret", "key", "pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h/ws", "h:80", "ws:///ws", "not an address"})
  void refusesWhatIsNoAddressOfASocket(String url) {
    assertThatThrownBy(() -> new ConnectionConfig(url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNumbersOutOfRange() {
    ConnectionConfig.Builder builder = ConnectionConfig.builder("ws://h/ws");
    assertThatThrownBy(() -> builder.reconnectDelay(Duration.ZERO).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reconnectDelay");
  }
}
