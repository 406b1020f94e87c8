package org.wenshu.client.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.SourcePublisher;
import org.wenshu.client.gateway.data.CorePart;

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

  /** Adds a part to a core, which is made if there is none; see {@link KnowledgeApi#putCore}. */
  public CompletableFuture<Void> putCore(String id, String user, CorePart part) {
    return transport.start(KnowledgeCalls.put(id, user, part));
  }

  /** Reads a core, part after part, for one subscriber; over the socket only. */
  public Publisher<CorePart> getCore(String id, String user) {
    return new SourcePublisher<>(() -> KnowledgeCalls.get(id, user, transport));
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
