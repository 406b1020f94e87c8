package org.wenshu.client.gateway.data;

import java.time.Instant;
import java.util.List;

/**
 * A document being taken into a collection.
 *
 * @param id unique for its user
 * @param documentId the document
 * @param time when it was begun, in whole seconds
 * @param flow the flow that does it
 * @param user whose it is
 * @param collection where it goes
 * @param tags words to find it by
 */
public record ProcessingMetadata(
    String id,
    String documentId,
    Instant time,
    String flow,
    String user,
    String collection,
    List<String> tags) {
  /** Metadata, copied. */
  public ProcessingMetadata {
    tags = List.copyOf(tags);
  }
}
