package org.wenshu.protocol.gateway.bulk;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wenshu.TestingDatabase;

/** The built WAR on a Payara Micro of its own, which can be killed without a word. */
final class KillableServer implements AutoCloseable {
  private static final String TOKEN = "kill-token";
  private static final int ATTEMPTS = 600;

  private final Process process;
  private final int port;

  private KillableServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it on the embedded database, and waits until it takes imports. */
  static KillableServer start() throws IOException, InterruptedException {
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
    command.addAll(List.of("--deploy", System.getProperty("wenshu.war"), "--contextroot", "/"));
    command.addAll(List.of("--nocluster", "--nohazelcast", "--port", Integer.toString(port)));
    command.addAll(List.of("--prebootcommandfile", System.getProperty("wenshu.it.preboot")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("target", "killable-" + port + ".log"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    KillableServer server = new KillableServer(process, port);
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
        port, "/api/v1/flow/default/" + path + "?token=" + TOKEN + search, headers);
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
