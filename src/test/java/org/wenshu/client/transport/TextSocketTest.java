package org.wenshu.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.Leaks;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TextSocketTest {
  private static Leaks leaks;

  private static final Timeouts SHORT =
      Timeouts.defaults()
          .withConnect(Duration.ofMillis(400))
          .withClose(Duration.ofMillis(300))
          .withKeepAlive(Duration.ofMillis(100), Duration.ofMillis(350));

  private final CollectingListener listener = new CollectingListener();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void watches() {
    leaks = Leaks.watch();
  }

  /** Once for all, because the JDK's client takes seconds to end its thread. */
  @AfterAll
  static void leavesNothingBehind() {
    leaks.assertNone();
  }

  @AfterEach
  void closesAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    opened.clear();
  }

  private CompletableFuture<TextSocket> connect(String server, Timeouts timeouts) {
    ClientConfig config =
        ClientConfig.defaults(URI.create(server))
            .withTimeouts(timeouts)
            .withMaxMessageChars(100_000);
    Transport transport = Transport.of(config);
    opened.add(0, transport);
    return transport.connect(
        config.socket("/door?token=geheim"), Map.of("Authorization", "Bearer geheim"), listener);
  }

  private TextSocket open(ScriptedServer.Script script) {
    return open(script, SHORT.withKeepAlive(Duration.ofSeconds(20), Duration.ofSeconds(50)));
  }

  private TextSocket open(ScriptedServer.Script script, Timeouts timeouts) {
    ScriptedServer server = ScriptedServer.start(script);
    opened.add(server);
    return connect(server.address(), timeouts).join();
  }

  @Test
  void handsOverWhatIsAskedForAndNoMore() throws InterruptedException {
    TextSocket socket =
        open(
            peer -> {
              peer.accept().send("one").sendPieces("t", "w", "o").ping().send("three");
              peer.sendBytes(new byte[70_000]).read();
            });
    assertThat(listener.staysQuiet()).isTrue();
    socket.request(2);
    assertThat(listener.next()).isEqualTo("one");
    assertThat(listener.next()).isEqualTo("two");
    assertThat(listener.staysQuiet()).isTrue();
    socket.request(Long.MAX_VALUE);
    assertThat(listener.next()).isEqualTo("three");
    assertThat(listener.next()).isEqualTo("binary 70000");
  }

  @Test
  void holdsTheServerUpWhileNobodyReads() throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    TextSocket socket =
        open(
            peer -> {
              peer.accept();
              for (int i = 0; i < 2000; i++) {
                peer.send("x".repeat(50_000));
                sent.incrementAndGet();
              }
            });
    socket.request(1);
    listener.next();
    Thread.sleep(500);
    assertThat(sent.get()).isLessThan(500);
    socket.request(Long.MAX_VALUE);
    for (int i = 1; i < 2000; i++) {
      listener.next();
    }
  }

  @Test
  void sendsInOrderHoweverManyAtOnce() throws InterruptedException {
    TextSocket socket =
        open(
            peer -> {
              peer.accept();
              for (String text = peer.read(); text != null; text = peer.read()) {
                peer.send(text);
              }
            });
    socket.request(Long.MAX_VALUE);
    for (int i = 0; i < 3000; i++) {
      socket.send("message " + i);
    }
    for (int i = 0; i < 3000; i++) {
      assertThat(listener.next()).isEqualTo("message " + i);
    }
  }

  @Test
  void refusesToQueueWithoutEnd() {
    TextSocket socket = open(peer -> peer.accept().playDead());
    String big = "x".repeat(4 << 20);
    List<CompletableFuture<Void>> sends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sends.add(socket.send(big).toCompletableFuture());
    }
    assertThatThrownBy(() -> sends.get(7).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ClientBusyException.class);
    socket.abort("enough");
    assertThatThrownBy(() -> sends.get(3).join())
        .hasCauseInstanceOf(ConnectionClosedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012})
  void tellsTheCodeOfTheServer(int code) throws InterruptedException {
    TextSocket socket =
        open(
            peer -> {
              peer.accept();
              peer.send("last").close(code, "because");
            });
    socket.request(1);
    assertThat(listener.next()).isEqualTo("last");
    assertThat(listener.next()).isEqualTo("closed " + code + " because");
    assertThat(socket.isOpen()).isFalse();
    assertThatThrownBy(() -> socket.send("more").toCompletableFuture().join())
        .hasCauseInstanceOf(ConnectionClosedException.class);
    socket.close();
    assertThat(listener.staysQuiet()).isTrue();
  }

  @Test
  void noticesTheEndWhileNobodyReads() throws InterruptedException {
    open(peer -> peer.accept().close(1012, ""));
    assertThat(listener.next()).isEqualTo("closed 1012 ");
  }

  @Test
  void tellsABrokenConnection() throws InterruptedException {
    TextSocket socket = open(peer -> peer.accept().cutMidFrame("y".repeat(1000)));
    socket.request(1);
    assertThat(listener.next()).startsWith("closed 1006 ");
    assertThat(listener.staysQuiet()).isTrue();
  }

  @Test
  void noticesAPeerThatFellSilent() throws InterruptedException {
    TextSocket socket = open(peer -> peer.accept().playDead(), SHORT);
    socket.request(1);
    assertThat(listener.next()).startsWith("closed 1006 nothing received");
  }

  @Test
  void keepsAPeerThatOnlyAnswersPings() throws InterruptedException {
    Timeouts patient = SHORT.withKeepAlive(Duration.ofMillis(100), Duration.ofMillis(1500));
    TextSocket socket = open(peer -> peer.accept().read(), patient);
    socket.request(1);
    Thread.sleep(2500);
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void closesInGoodOrderAndOnce() throws InterruptedException {
    AtomicInteger seen = new AtomicInteger();
    TextSocket socket =
        open(
            peer -> {
              peer.accept();
              assertThat(peer.read()).isEqualTo("before the end");
              peer.read();
              seen.set(peer.closeCode());
            });
    socket.send("before the end");
    socket.close(1001, "going");
    socket.close();
    assertThat(listener.next()).isEqualTo("closed 1001 going");
    assertThat(listener.staysQuiet()).isTrue();
    assertThat(seen.get()).isEqualTo(1001);
  }

  @Test
  void cutsOffAPeerThatDoesNotConfirm() throws InterruptedException {
    TextSocket socket = open(peer -> peer.accept().playDead());
    long start = System.nanoTime();
    socket.close();
    assertThat(listener.next()).isEqualTo("closed 1000 ");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(250), Duration.ofSeconds(3));
  }

  @Test
  void doesNotTakeMessagesWithoutBound() throws InterruptedException {
    TextSocket socket =
        open(
            peer -> {
              peer.accept().sendPieces("x".repeat(60_000), "x".repeat(60_000));
              peer.read();
            });
    socket.request(1);
    assertThat(listener.next()).isEqualTo("closed 1009 message too big");
  }

  @Test
  void tellsThatNobodyListens() {
    String nobody = "http://127.0.0.1:" + ScriptedServer.deadPort();
    assertThatThrownBy(() -> connect(nobody, SHORT).join())
        .cause()
        .isInstanceOf(ConnectionRefusedException.class)
        .hasMessageContaining(nobody.substring(7))
        .hasMessageNotContaining("geheim");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 503})
  void tellsTheStatusOfARefusal(int status) {
    assertThatThrownBy(() -> open(peer -> peer.refuse(status)))
        .cause()
        .isInstanceOfSatisfying(
            HandshakeRefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.retriable()).isEqualTo(status == 503);
              assertThat(refused).hasMessageNotContaining("geheim");
            });
  }

  @Test
  void doesNotWaitForeverForAHandshake() {
    assertThatThrownBy(() -> open(peer -> peer.playDead()))
        .hasCauseInstanceOf(RequestTimeoutException.class);
  }

  @Test
  void leavesNoSocketBehindThatNobodyWantsAnyMore() throws InterruptedException {
    AtomicInteger ended = new AtomicInteger();
    ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              Thread.sleep(100);
              peer.accept();
              peer.read();
              ended.incrementAndGet();
            });
    opened.add(server);
    CompletableFuture<TextSocket> coming =
        connect(server.address(), SHORT.withConnect(Duration.ofSeconds(5)));
    coming.cancel(true);
    for (int i = 0; i < 100 && ended.get() == 0; i++) {
      Thread.sleep(50);
    }
    assertThat(ended.get()).isOne();
  }

  @Test
  void endsWhenItsListenerFails() throws InterruptedException {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.accept().send("x");
              peer.read();
              code.complete(peer.closeCode());
            });
    opened.add(server);
    Transport transport = Transport.of(ClientConfig.defaults(URI.create(server.address())));
    opened.add(0, transport);
    SocketListener failing =
        new SocketListener() {
          @Override
          public void onText(TextSocket socket, String text) {
            throw new IllegalStateException("for the test");
          }

          @Override
          public void onClosed(TextSocket socket, SocketClosed end) {
            listener.onClosed(socket, end);
          }
        };
    TextSocket socket =
        transport.connect(transport.config().socket("/x"), Map.of(), failing).join();
    socket.request(1);
    assertThat(listener.next()).isEqualTo("closed 1011 listener failed");
    assertThat(code.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1011);
  }
}
