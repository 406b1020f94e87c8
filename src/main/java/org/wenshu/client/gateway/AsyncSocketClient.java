package org.wenshu.client.gateway;

import org.wenshu.client.gateway.socket.SocketTransport;
import org.wenshu.client.transport.Transport;

/**
 * The twin of {@link SocketClient} that does not wait, on a socket of its own. Safe for many
 * threads.
 */
public final class AsyncSocketClient implements AutoCloseable {
  private final SocketTransport transport;

  AsyncSocketClient(Transport transport) {
    this.transport = new SocketTransport(transport);
  }

  /** The services of this flow. */
  public AsyncFlowInstance flow(String id) {
    return new AsyncFlowInstance(transport, id);
  }

  /** Flows and blueprints, over this socket. */
  public AsyncFlowApi flows() {
    return new AsyncFlowApi(transport);
  }

  /** Configuration, over this socket. */
  public AsyncConfigApi config() {
    return new AsyncConfigApi(transport);
  }

  /** The library, over this socket. */
  public AsyncLibraryApi library() {
    return new AsyncLibraryApi(transport);
  }

  /** Knowledge cores, over this socket. */
  public AsyncKnowledgeApi knowledge() {
    return new AsyncKnowledgeApi(transport);
  }

  /** Collections, over this socket. */
  public AsyncCollectionApi collection() {
    return new AsyncCollectionApi(transport);
  }

  /** Ends the socket; what is under way fails. Idempotent. */
  @Override
  public void close() {
    transport.close();
  }
}
