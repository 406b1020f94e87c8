package org.wenshu.client.gateway;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.CollectionMetadata;

/** The twin of {@link CollectionApi} that does not wait. Safe for many threads. */
public final class AsyncCollectionApi {
  private final CallTransport transport;

  AsyncCollectionApi(CallTransport transport) {
    this.transport = transport;
  }

  /** All collections of a user. */
  public CompletableFuture<List<CollectionMetadata>> list(String user) {
    return transport.start(CollectionCalls.list(user, List.of()));
  }

  /** The collections of a user that have one of these tags; all, if there are none. */
  public CompletableFuture<List<CollectionMetadata>> list(String user, List<String> tags) {
    return transport.start(CollectionCalls.list(user, tags));
  }

  /** Changes a collection, or makes it. The collection, if the server shows it. */
  public CompletableFuture<Optional<CollectionMetadata>> update(
      String user, String collection, CollectionUpdate update) {
    return transport.start(CollectionCalls.update(user, collection, update));
  }

  /** Deletes a collection and everything in it. */
  public CompletableFuture<Void> delete(String user, String collection) {
    return transport.start(CollectionCalls.delete(user, collection));
  }
}
