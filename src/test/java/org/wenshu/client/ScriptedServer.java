package org.wenshu.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A WebSocket server that does to each connection what its script says, faults included. */
public final class ScriptedServer implements AutoCloseable {
  private final String scheme;
  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger count = new AtomicInteger();
  private final List<ScriptedPeer> peers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /** What happens on one connection, from the handshake on. */
  @FunctionalInterface
  public interface Script {
    /** Plays the server's part; the connection ends when this returns. */
    void play(ScriptedPeer peer) throws IOException, InterruptedException;
  }

  private ScriptedServer(String scheme, ServerSocketFactory sockets, Script script)
      throws IOException {
    this.scheme = scheme;
    this.script = script;
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Listens on a free port of the loopback interface. */
  public static ScriptedServer start(Script script) {
    return start("http", ServerSocketFactory.getDefault(), script);
  }

  /** The same over TLS, showing the certificate of that context. */
  public static ScriptedServer startSecure(SSLContext keys, Script script) {
    return start("https", keys.getServerSocketFactory(), script);
  }

  private static ScriptedServer start(String scheme, ServerSocketFactory sockets, Script script) {
    try {
      ScriptedServer started = new ScriptedServer(scheme, sockets, script);
      started.run("scripted-accept", started::acceptAll);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port of the loopback interface on which nobody listens. */
  public static int deadPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public String address() {
    return scheme + "://127.0.0.1:" + server.getLocalPort();
  }

  /** How many connections have come so far. */
  public int connections() {
    return count.get();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = count.incrementAndGet();
        run("scripted-" + number, () -> serve(socket, number));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      ScriptedPeer peer = new ScriptedPeer(socket, number);
      peers.add(peer);
      script.play(peer);
    } catch (IOException | InterruptedException | UncheckedIOException gone) {
      // The client went away, which is what many scripts are about.
    }
  }

  private void run(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
      peers.forEach(ScriptedPeer::end);
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join(2000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
