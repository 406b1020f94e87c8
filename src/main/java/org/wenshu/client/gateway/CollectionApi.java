package org.wenshu.client.gateway;

import java.util.List;
import java.util.Optional;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.CollectionMetadata;

/** Manages collections. Safe for many threads. */
public final class CollectionApi {
  private final CallTransport transport;

  CollectionApi(CallTransport transport) {
    this.transport = transport;
  }

  /** All collections of a user. */
  public List<CollectionMetadata> list(String user) {
    return Answers.await(transport.start(CollectionCalls.list(user, List.of())));
  }

  /** The collections of a user that have one of these tags; all, if there are none. */
  public List<CollectionMetadata> list(String user, List<String> tags) {
    return Answers.await(transport.start(CollectionCalls.list(user, tags)));
  }

  /** Changes a collection, or makes it. The collection, if the server shows it. */
  public Optional<CollectionMetadata> update(
      String user, String collection, CollectionUpdate update) {
    return Answers.await(transport.start(CollectionCalls.update(user, collection, update)));
  }

  /** Deletes a collection and everything in it. */
  public void delete(String user, String collection) {
    Answers.await(transport.start(CollectionCalls.delete(user, collection)));
  }
}
