package org.wenshu.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Listens and never accepts: connections to it are answered by the kernel, and then not at all. */
final class DeafServer implements AutoCloseable {
  private final ServerSocket listener;
  private final List<SocketChannel> waiting = new ArrayList<>();

  private DeafServer(ServerSocket listener) {
    this.listener = listener;
  }

  /** A server on which connections succeed, but nobody reads. */
  static DeafServer reachable() {
    return start(50);
  }

  /** A server with a full queue: connections to it neither succeed nor fail. */
  static DeafServer full() {
    DeafServer server = start(1);
    try {
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        var unused = channel.connect(server.listener.getLocalSocketAddress());
        server.waiting.add(channel);
      }
    } catch (IOException e) {
      throw new IllegalStateException("The queue cannot be filled", e);
    }
    return server;
  }

  private static DeafServer start(int queue) {
    try {
      return new DeafServer(new ServerSocket(0, queue, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new IllegalStateException("The server cannot listen", e);
    }
  }

  /** Its address with that scheme. */
  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/v1");
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : waiting) {
      channel.close();
    }
    listener.close();
  }
}
