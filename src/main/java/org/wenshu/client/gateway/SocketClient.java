package org.wenshu.client.gateway;

import org.wenshu.client.gateway.socket.SocketTransport;
import org.wenshu.client.transport.Transport;

/**
 * The services of flows over one socket that all threads and flows share, fifteen requests at once.
 * It is opened with the first request, and again with the next one after it was lost; what was
 * under way then fails with {@link org.wenshu.client.ConnectionException} and is not sent again.
 * Safe for many threads.
 */
public final class SocketClient implements AutoCloseable {
  private final SocketTransport transport;

  SocketClient(Transport transport) {
    this.transport = new SocketTransport(transport);
  }

  /** The services of this flow. */
  public FlowInstance flow(String id) {
    return new FlowInstance(transport, id);
  }

  /** Flows and blueprints, over this socket. */
  public FlowApi flows() {
    return new FlowApi(transport);
  }

  /** Configuration, over this socket. */
  public ConfigApi config() {
    return new ConfigApi(transport);
  }

  /** The library, over this socket. */
  public LibraryApi library() {
    return new LibraryApi(transport);
  }

  /** Knowledge cores, over this socket. */
  public KnowledgeApi knowledge() {
    return new KnowledgeApi(transport);
  }

  /** Collections, over this socket. */
  public CollectionApi collection() {
    return new CollectionApi(transport);
  }

  /** Ends the socket; what is under way fails. Idempotent. */
  @Override
  public void close() {
    transport.close();
  }
}
