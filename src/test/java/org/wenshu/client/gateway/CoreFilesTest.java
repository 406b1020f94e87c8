package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.error.LoadException;
import org.wenshu.client.gateway.error.UnexpectedException;
import org.wenshu.client.gateway.rest.StatusException;

/** Knowledge cores as files, against a server that does what each test says. */
@Timeout(60)
class CoreFilesTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  private record Asked(String method, String uri, String token, ByteBuffer body) {}

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private Wenshu wenshu;
  private volatile HttpHandler handler;
  @TempDir Path folder;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> handler.handle(exchange));
    server.start();
    wenshu = client(Timeouts.defaults());
  }

  @AfterEach
  void stopServer() {
    over.countDown();
    wenshu.close();
    server.stop(0);
  }

  private Wenshu client(Timeouts timeouts) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Wenshu.builder(address).token("t").timeouts(timeouts).build();
  }

  private CoreFiles cores() {
    return wenshu.gateway().cores();
  }

  private void answer(int status, byte[] body) {
    handler =
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          asked.add(
              new Asked(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  ByteBuffer.wrap(sent)));
          send(exchange, status, body);
        };
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void sendsAFileAsItIs() throws Exception {
    answer(200, new byte[0]);
    Path file = Files.write(folder.resolve("core"), bytes(300_000));
    cores().importCore("c 1", "李", file);
    Asked request = asked.take();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo("/api/v1/import-core?id=c%201&user=%E6%9D%8E");
    assertThat(request.token()).isEqualTo("Bearer t");
    assertThat(request.body()).isEqualTo(ByteBuffer.wrap(bytes(300_000)));
    wenshu.gateway().asyncCores().importCore("c", "u", new ByteArrayInputStream(bytes(9))).join();
    assertThat(asked.take().body()).isEqualTo(ByteBuffer.wrap(bytes(9)));
    cores().importCore("c", "u", InputStream.nullInputStream());
    assertThat(asked.take().body().remaining()).isZero();
  }

  @Test
  void writesACoreAsItComes() throws Exception {
    answer(200, bytes(500_000));
    Path file = Files.write(folder.resolve("core"), new byte[] {1});
    assertThat(cores().exportCore("c", "u", file)).isEqualTo(500_000);
    assertThat(file).hasBinaryContent(bytes(500_000));
    assertThat(asked.take().uri()).isEqualTo("/api/v1/export-core?id=c&user=u");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(wenshu.gateway().asyncCores().exportCore("c", "u", out).join()).isEqualTo(500_000);
    assertThat(out.toByteArray()).isEqualTo(bytes(500_000));
    assertThat(files()).containsExactly(file);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void tellsWhatTheServerSaysOfIt() throws Exception {
    String error = "{\"error\":{\"type\":\"knowledge-error\",\"message\":\"bad item\"}}";
    answer(500, error.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> cores().importCore("c", "u", new ByteArrayInputStream(new byte[] {1})))
        .isInstanceOf(UnexpectedException.class)
        .hasMessage("bad item");
    answer(401, new byte[0]);
    Path file = folder.resolve("core");
    assertThatThrownBy(() -> cores().exportCore("c", "u", file))
        .isInstanceOf(StatusException.class)
        .hasMessage("Status code 401");
    answer(200, new byte[0]);
    assertThatThrownBy(() -> cores().exportCore("c", "u", file)).isInstanceOf(LoadException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsWhatWasThereWhenAnExportBreaks() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(bytes(100_000));
          exchange.getResponseBody().flush();
          throw new IOException("for the test");
        };
    Path file = Files.write(folder.resolve("core"), new byte[] {1});
    assertThatThrownBy(() -> cores().exportCore("c", "u", file))
        .isInstanceOf(ConnectionException.class);
    assertThat(file).hasBinaryContent(new byte[] {1});
    assertThat(files()).containsExactly(file);
  }

  @Test
  void aServerThatStopsInBetweenRunsOutOfTime() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          awaitEnd();
        };
    try (Wenshu hasty = client(Timeouts.defaults().withAnswer(SHORT))) {
      Path file = folder.resolve("core");
      assertThatThrownBy(() -> hasty.gateway().cores().exportCore("c", "u", file))
          .isInstanceOf(RequestTimeoutException.class);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void aSlowStreamOfTheCallerIsNotTheServersFault() throws Exception {
    answer(200, new byte[0]);
    try (Wenshu hasty = client(Timeouts.defaults().withAnswer(SHORT))) {
      InputStream slow =
          new FilterInputStream(new ByteArrayInputStream(new byte[] {0, 1})) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
              try {
                Thread.sleep(SHORT.toMillis() * 2);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return super.read(into, from, 1);
            }
          };
      hasty.gateway().cores().importCore("c", "u", slow);
      assertThat(asked.take().body()).isEqualTo(ByteBuffer.wrap(new byte[] {0, 1}));
    }
  }

  @Test
  void aStreamThatFailsEndsTheImport() throws Exception {
    handler = exchange -> exchange.getRequestBody().readAllBytes();
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            throw new IOException("disk on fire");
          }
        };
    assertThatThrownBy(() -> cores().importCore("c", "u", broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk on fire");
    answer(200, bytes(10));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> cores().exportCore("c", "u", full))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk full");
    assertThatThrownBy(() -> cores().importCore("c", "u", folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> cores().exportCore("c", "u", folder.resolve("no/where")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void cancellingEndsTheTransfer() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(bytes(100));
          exchange.getResponseBody().flush();
          asked.add(new Asked("", "", "", ByteBuffer.allocate(0)));
          awaitEnd();
        };
    CompletableFuture<Long> running =
        wenshu.gateway().asyncCores().exportCore("c", "u", folder.resolve("core"));
    assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
    running.cancel(true);
    for (int i = 0; i < 100 && !files().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(files()).isEmpty();
  }

  private void awaitEnd() throws IOException {
    try {
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
