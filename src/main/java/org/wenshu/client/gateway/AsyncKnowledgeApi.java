package org.wenshu.client.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.CallTransport;

/** The twin of {@link KnowledgeApi} that does not wait. Safe for many threads. */
public final class AsyncKnowledgeApi {
  private final CallTransport transport;

  AsyncKnowledgeApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The ids of the cores of a user. */
  public CompletableFuture<List<String>> listCores(String user) {
    return transport.start(KnowledgeCalls.list(user));
  }

  /** Deletes a core. */
  public CompletableFuture<Void> deleteCore(String id, String user) {
    return transport.start(KnowledgeCalls.delete(id, user));
  }

  /**
   * Loads a core into a collection. Done once the core was found good; copying goes on after that.
   */
  public CompletableFuture<Void> loadCore(String id, String user, String flow, String collection) {
    return transport.start(KnowledgeCalls.load(id, user, flow, collection));
  }

  /** Takes out of a flow what a core has put in. */
  public CompletableFuture<Void> unloadCore(String id, String user, String flow) {
    return transport.start(KnowledgeCalls.unload(id, user, flow));
  }
}
