package org.wenshu.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.client.gateway.request.EmbeddingsRequest;

/** The client over TLS, over HTTP and over sockets. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TlsTest {
  private static TestingKeys keys;
  private static TestingKeys others;
  private static TestingKeys elsewhere;
  private static ScriptedServer server;
  private static Leaks leaks;

  @BeforeAll
  static void makesKeys(@TempDir Path folder) throws Exception {
    leaks = Leaks.watch();
    keys = TestingKeys.of("ip:127.0.0.1", folder);
    others = TestingKeys.of("ip:127.0.0.1", folder);
    elsewhere = TestingKeys.of("dns:elsewhere.invalid", folder);
    server = ScriptedServer.startSecure(keys.server(), TlsTest::play);
  }

  @AfterAll
  static void leavesNothingBehind() {
    server.close();
    leaks.assertNone();
  }

  /** Answers as the gateway and as the text2sql stream. */
  private static void play(ScriptedPeer peer) throws IOException {
    if (peer.header("Upgrade").isEmpty()) {
      peer.respond(200, "application/json", "{\"vectors\":[[1]]}");
      return;
    }
    peer.accept();
    for (String text = peer.read(); text != null; text = peer.read()) {
      if (peer.path().startsWith("/ws")) {
        peer.send("{\"type\":\"query_result\",\"status\":\"success\",\"result\":[]}");
        peer.send("FLAG_DONE");
      } else {
        String id = text.replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
        peer.send("{\"id\":\"" + id + "\",\"response\":{\"vectors\":[[1]]},\"complete\":true}");
      }
    }
  }

  /** Ways to the server. */
  enum Door {
    HTTP,
    SOCKET,
    ASK;

    List<?> call(Wenshu wenshu) {
      EmbeddingsRequest words = EmbeddingsRequest.of("x");
      return switch (this) {
        case HTTP -> wenshu.gateway().flow().id("f").embeddings(words).vectors();
        case SOCKET -> wenshu.gateway().socket().flow("f").embeddings(words).vectors();
        case ASK -> List.of(wenshu.ask().answer("x"));
      };
    }
  }

  private static Wenshu client(String address, SSLContext trust) {
    return Wenshu.builder(address).tls(trust).build();
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void speaksToAServerItTrusts(Door door) throws Exception {
    try (Wenshu wenshu = client(server.address(), keys.client())) {
      assertThat(door.call(wenshu)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void refusesAServerItDoesNotTrust(Door door) throws Exception {
    try (Wenshu wenshu = client(server.address(), others.client())) {
      assertRefused(door, wenshu);
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void trustsNoServerOfItsOwnMakingByDefault(Door door) {
    try (Wenshu wenshu = Wenshu.connect(server.address())) {
      assertRefused(door, wenshu);
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void refusesACertificateOfAnotherHost(Door door) throws Exception {
    try (ScriptedServer other = ScriptedServer.startSecure(elsewhere.server(), TlsTest::play);
        Wenshu wenshu = client(other.address(), elsewhere.client())) {
      assertRefused(door, wenshu);
    }
  }

  /** Once: an untrusted certificate does not become better by trying again. */
  private static void assertRefused(Door door, Wenshu wenshu) {
    assertThatThrownBy(() -> door.call(wenshu))
        .isInstanceOfSatisfying(
            ConnectionRefusedException.class, refused -> assertThat(refused.retriable()).isFalse());
  }

  @Test
  void triesAnUntrustedServerOnce() throws Exception {
    try (ScriptedServer counted = ScriptedServer.startSecure(keys.server(), TlsTest::play);
        Wenshu wenshu = client(counted.address(), others.client())) {
      assertRefused(Door.SOCKET, wenshu);
      assertThat(counted.connections()).isEqualTo(1);
    }
  }

  @Test
  void tellsAServerWithoutTls() throws Exception {
    try (ScriptedServer plain = ScriptedServer.start(TlsTest::play)) {
      String address = plain.address().replace("http:", "https:");
      try (Wenshu wenshu = client(address, keys.client())) {
        assertThatThrownBy(() -> Door.ASK.call(wenshu)).isInstanceOf(ConnectionException.class);
        assertThatThrownBy(() -> Door.HTTP.call(wenshu)).isInstanceOf(ConnectionException.class);
      }
    }
  }
}
