package org.wenshu.client.gateway.request;

import java.util.Objects;

/**
 * A request about the data of a user in a collection. Immutable.
 *
 * @param <R> the request itself
 */
public interface CollectionRequest<R> {
  /** The same request with a field that this library does not know. */
  R extra(String field, Object value);

  /** The same for the data of another user; {@code trustgraph} if not said. */
  default R user(String user) {
    return extra("user", Objects.requireNonNull(user, "user"));
  }

  /** The same for another collection; {@code default} if not said. */
  default R collection(String collection) {
    return extra("collection", Objects.requireNonNull(collection, "collection"));
  }
}
