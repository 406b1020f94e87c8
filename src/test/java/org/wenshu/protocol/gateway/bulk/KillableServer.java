package org.wenshu.protocol.gateway.bulk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.wenshu.ServerProcess;
import org.wenshu.TestingDatabase;

/** The built WAR on a Payara Micro of its own, which can be killed without a word. */
final class KillableServer implements AutoCloseable {
  private static final String TOKEN = "kill-token";
  private static final int ATTEMPTS = 600;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ServerProcess process;
  private final int port;
  private final String prefix;

  private KillableServer(ServerProcess process, int port, String prefix) {
    this.process = process;
    this.port = port;
    this.prefix = prefix;
  }

  /** Starts it on the embedded database, and waits until it takes imports. */
  static KillableServer start() throws IOException, InterruptedException {
    return start("");
  }

  /** The same under a context path, such as {@code /app}. */
  static KillableServer start(String prefix) throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    Map<String, String> properties =
        Map.of(
            "wenshu.target.url", TestingDatabase.demoUrl(),
            "wenshu.target.user", TestingDatabase.reader().user(),
            "wenshu.target.password", TestingDatabase.reader().password(),
            "wenshu.store.url", TestingDatabase.storeUrl(),
            "wenshu.store.user", TestingDatabase.store().user(),
            "wenshu.store.password", TestingDatabase.store().password(),
            "wenshu.security.tokens", TOKEN + "=tester");
    ServerProcess process = ServerProcess.start(port, prefix.isEmpty() ? "/" : prefix, properties);
    KillableServer server = new KillableServer(process, port, prefix);
    server.awaitReady();
    return server;
  }

  private void awaitReady() throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (RawSocket socket = open("import/triples", "")) {
        if (socket.status() == 101) {
          socket.sendClose(1000);
          return;
        }
      } catch (IOException notYet) {
        // It does not listen yet.
      }
      Thread.sleep(200);
    }
    close();
    throw new AssertionError("The server did not become ready");
  }

  /** Opens a bulk socket. */
  RawSocket open(String path, String search, String... headers) throws IOException {
    return RawSocket.connect(
        port, prefix + "/api/v1/flow/default/" + path + "?token=" + TOKEN + search, headers);
  }

  /** Calls a service of the flow default; the answer's status and body. */
  String call(String service, String body) throws IOException, InterruptedException {
    return send(
        request("/api/v1/flow/default/service/" + service)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Gets a path; the answer's status and body. */
  String get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + prefix + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  /** Opens the multiplexed socket. */
  RawSocket openSocket() throws IOException {
    return RawSocket.connect(port, prefix + "/api/v1/socket?token=" + TOKEN);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end in order, and returns at once. */
  void stop() {
    process.askToEnd();
  }

  /** Ends it in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
