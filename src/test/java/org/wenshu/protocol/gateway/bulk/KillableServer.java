package org.wenshu.protocol.gateway.bulk;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wenshu.TestingDatabase;

/** The built WAR on a Payara Micro of its own, which can be killed without a word. */
final class KillableServer implements AutoCloseable {
  private static final String TOKEN = "kill-token";
  private static final int ATTEMPTS = 600;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final int port;
  private final String prefix;

  private KillableServer(Process process, int port, String prefix) {
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
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dwenshu.target.url=" + TestingDatabase.demoUrl());
    command.add("-Dwenshu.target.user=" + TestingDatabase.reader().user());
    command.add("-Dwenshu.target.password=" + TestingDatabase.reader().password());
    command.add("-Dwenshu.store.url=" + TestingDatabase.storeUrl());
    command.add("-Dwenshu.store.user=" + TestingDatabase.store().user());
    command.add("-Dwenshu.store.password=" + TestingDatabase.store().password());
    command.add("-Dwenshu.security.tokens=" + TOKEN + "=tester");
    command.addAll(List.of("-jar", System.getProperty("wenshu.it.micro-jar")));
    command.addAll(List.of("--deploy", System.getProperty("wenshu.war"), "--contextroot"));
    command.add(prefix.isEmpty() ? "/" : prefix);
    command.addAll(List.of("--nocluster", "--nohazelcast", "--port", Integer.toString(port)));
    command.addAll(List.of("--prebootcommandfile", System.getProperty("wenshu.it.preboot")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("target", "killable-" + port + ".log"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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
    process.destroy();
  }

  /** Ends it in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
