package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.request.Defaults;

/**
 * What is to be done with a document of the library. Immutable: every method makes another one.
 *
 * @param id unique for its user
 * @param documentId the document
 * @param flow the flow that does it
 * @param user whose it is
 * @param collection where the document goes
 * @param tags words to find it by
 */
public record Processing(
    String id, String documentId, String flow, String user, String collection, List<String> tags) {
  /** Copies the tags. */
  public Processing {
    tags = List.copyOf(tags);
  }

  /** Takes the document into the default collection by the default flow. */
  public static Processing of(String id, String documentId) {
    return new Processing(
        id, documentId, Defaults.FLOW, Defaults.USER, Defaults.COLLECTION, List.of());
  }

  /** The same by another flow. */
  public Processing flow(String newFlow) {
    return new Processing(id, documentId, newFlow, user, collection, tags);
  }

  /** The same for another user. */
  public Processing user(String newUser) {
    return new Processing(id, documentId, flow, newUser, collection, tags);
  }

  /** The same into another collection. */
  public Processing collection(String newCollection) {
    return new Processing(id, documentId, flow, user, newCollection, tags);
  }

  /** The same with other tags. */
  public Processing tags(List<String> newTags) {
    return new Processing(id, documentId, flow, user, collection, newTags);
  }
}
